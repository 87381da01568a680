// Who may send which command, and from where: written down here once more, from the newsroom's rules and apart from the
// deciders, so that a slip in a decider is seen.

/**
 * A role; `as <capacity>`: who holds it on this check; `own <role>`: with that role, about oneself or one's own item;
 * `own`: whatever the role; `service`: any; `installer`: the one that makes a desk.
 */
export type Who =
  | 'editor'
  | 'reviewer'
  | 'approver'
  | 'auditor'
  | 'admin'
  | 'as researcher'
  | 'as reviewer'
  | 'as tie_breaker'
  | 'own'
  | 'own editor'
  | 'own reviewer'
  | 'own approver'
  | 'service'
  | 'installer';

type Row = { readonly who: readonly Who[]; readonly may: readonly string[] };

const EDITORIAL = ['editor', 'reviewer', 'approver'] as const;
const OWN_EDITORIAL = ['own editor', 'own reviewer', 'own approver'] as const;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const RIGHTS: readonly Row[] = [
  {
    who: ['editor', 'approver'],
    may: words(`
      AnchorDates ResolveDate MarkResidue AttachSnapshot CompleteTriage DeclineSubmission MarkDuplicate
      RestoreSubmission AcceptClaim RejectProposal NormaliseClaim AttributeClaim ClassifyCheckability SetClaimSeverity
      SetClaimTopics AddAppearance WithdrawAppearance AttachSubmission LinkClaim UnlinkClaim MergeClaim UnmergeClaim
      DismissSuggestion OpenCheck SetCheckSeverity SetDueDate ExtendStage OfferAssignment TransferAssignment OpenRound
      EndReconciliation ReturnToResearch ShelveCheck ResumeCheck WithdrawCheck ReopenCheck DismissConcern
      AcknowledgeArchiveFailure RestrictAccess LiftRestriction TakeFirstLook TakeSecondLook DismissComplaint
      EscalateComplaint AnswerFinding`),
  },
  { who: ['editor', 'approver', 'service'], may: ['CloseReplyWindow', 'CloseComplaint'] },
  {
    who: ['editor', 'as researcher'],
    may: words(`
      LinkEvidence ReassessEvidence UnlinkEvidence AskQuestion AnswerQuestion WithdrawQuestion RequestReply RecordReply
      DraftVerdict`),
  },
  { who: ['as researcher'], may: ['SubmitForReview'] },
  { who: EDITORIAL, may: ['AddNote', 'ProposeCorrection', 'RetryArchive'] },
  { who: OWN_EDITORIAL, may: ['AcceptAssignment', 'DeclineAssignment', 'Recuse', 'WithdrawCorrection'] },
  {
    who: [...EDITORIAL, 'service'],
    may: words(`
      RegisterSubmission ProposeClaim RecordTextNotes RecordQuoteCheck CaptureEvidence AssessOrigin RaiseConcern
      FileComplaint`),
  },
  { who: ['editor', 'approver', 'own', 'service'], may: ['ReleaseAssignment'] },
  { who: ['as reviewer'], may: ['SubmitRuling', 'AmendRuling', 'WithdrawRuling'] },
  { who: ['as tie_breaker'], may: ['RecordTieBreak'] },
  {
    who: ['approver'],
    may: words(`
      CloseRound ApproveVerdict RefuseApproval WithdrawApproval ScheduleVerdict CancelSchedule RefuseCorrection AcceptVoid
      VoidVerdict ConcludeReopening`),
  },
  { who: ['approver', 'service'], may: ['PublishVerdict'] },
  {
    who: ['approver', 'installer'],
    may: ['DefineScale', 'DraftScaleVersion', 'MapScale', 'DefinePolicy', 'DraftPolicyVersion'],
  },
  { who: ['approver', 'installer', 'admin'], may: ['PublishScaleVersion', 'ActivatePolicyVersion'] },
  { who: ['admin', 'installer'], may: ['InviteMember', 'GrantRole'] },
  {
    who: ['admin'],
    may: words(`
      RevokeRole SuspendMember ReinstateMember RecordDeparture EraseProfile EraseSubmissionContact
      EraseComplaintContact`),
  },
  { who: ['own'], may: ['ActivateMember', 'ChangeProfile', 'SetSkills', 'DeclareInterest', 'WithdrawInterest'] },
  {
    who: ['auditor'],
    may: words('OpenAudit ReadSealedRulings RecordFinding ResolveFinding RequestBundle CloseAudit'),
  },
  {
    who: ['service'],
    may: words(`
      RecordSimilarClaims RecordExternalChecks MarkTriageOverdue ExpireOffer MarkDeadline RevealRulings HoldPublication
      MarkVerdictExpired RecordArchive RecordArchiveFailure RecordIntegrity RecordSourceState MarkComplaintOverdue
      RecordBundle RecordBundleFailure`),
  },
];

export const whoMay = (command: string): readonly Who[] => {
  const row = RIGHTS.find(({ may }) => may.includes(command));
  if (row === undefined) throw new Error(`No row says who may send ${command}.`);
  return row.who;
};
