// From where each command is possible, written down from the newsroom's rules and apart from the deciders.

export const PLACES = {
  member: ['absent', 'invited', 'active', 'suspended', 'departed'],
  scale: ['absent', 'defined', 'drafted', 'in_force'],
  policy: ['absent', 'defined', 'drafted', 'in_force'],
  submission: ['absent', 'received', 'triaged', 'declined', 'duplicate'],
  claim: ['absent', 'proposed', 'accepted', 'rejected', 'merged'],
  evidence: ['absent', 'capturing', 'archived', 'failed', 'acknowledged', 'broken'],
  check: [
    'absent',
    'open',
    'researching',
    'ready_for_review',
    'in_review',
    'reconciling',
    'tie_break',
    'deadlocked',
    'decided',
    'approved',
    'published',
    'voided',
    'shelved',
    'withdrawn',
  ],
} as const;

export type Category = keyof typeof PLACES;

const there = (category: Category): readonly string[] => PLACES[category].filter((place) => place !== 'absent');

const STAGES = there('check');
const PRE = STAGES.slice(0, STAGES.indexOf('published'));
const before = (stage: string): readonly string[] => PRE.slice(0, PRE.indexOf(stage));
const upTo = (stage: string): readonly string[] => [...before(stage), stage];

/** Where each capacity is offered, and where an offer of it is answered. */
export const OFFERED = {
  researcher: ['open', 'researching'],
  reviewer: upTo('in_review'),
  tie_breaker: ['tie_break'],
  approver: PRE,
} as const;

/** By the capacity in question, where it depends on one. */
export const FROM_OF_OFFERS: readonly string[] = ['OfferAssignment', 'AcceptAssignment', 'DeclineAssignment'];

export const FROM: { readonly [Of in Category]: Readonly<Record<string, readonly string[]>> } = {
  member: {
    InviteMember: ['absent'],
    ActivateMember: ['invited'],
    ChangeProfile: ['invited', 'active', 'suspended'],
    SetSkills: ['active'],
    EraseProfile: there('member'),
    GrantRole: ['invited', 'active', 'suspended'],
    RevokeRole: ['invited', 'active', 'suspended'],
    SuspendMember: ['active'],
    ReinstateMember: ['suspended'],
    RecordDeparture: ['invited', 'active', 'suspended'],
    DeclareInterest: ['active'],
    WithdrawInterest: ['active'],
  },
  scale: {
    DefineScale: ['absent'],
    DraftScaleVersion: ['defined', 'in_force'],
    PublishScaleVersion: there('scale'),
    MapScale: there('scale'),
  },
  policy: {
    DefinePolicy: ['absent'],
    DraftPolicyVersion: ['defined', 'in_force'],
    ActivatePolicyVersion: there('policy'),
  },
  submission: {
    RegisterSubmission: ['absent'],
    RecordTextNotes: there('submission'),
    MarkResidue: there('submission'),
    AnchorDates: there('submission'),
    ResolveDate: there('submission'),
    AttachSnapshot: there('submission'),
    CompleteTriage: ['received'],
    DeclineSubmission: ['received'],
    MarkDuplicate: ['received'],
    RestoreSubmission: ['declined', 'duplicate'],
    EraseSubmissionContact: there('submission'),
  },
  claim: {
    ProposeClaim: ['absent'],
    AcceptClaim: ['proposed', 'rejected'],
    RejectProposal: ['proposed'],
    NormaliseClaim: ['accepted'],
    AttributeClaim: ['accepted'],
    ClassifyCheckability: ['accepted'],
    SetClaimSeverity: ['accepted'],
    SetClaimTopics: ['accepted'],
    AddAppearance: ['accepted'],
    WithdrawAppearance: ['accepted'],
    AttachSubmission: ['accepted'],
    RecordQuoteCheck: ['accepted'],
    LinkClaim: ['accepted'],
    UnlinkClaim: ['accepted'],
    DismissSuggestion: ['accepted'],
    MergeClaim: ['accepted'],
    UnmergeClaim: ['merged'],
  },
  evidence: {
    CaptureEvidence: ['absent'],
    AssessOrigin: there('evidence'),
    RestrictAccess: there('evidence'),
    LiftRestriction: there('evidence'),
    AcknowledgeArchiveFailure: ['failed'],
    RetryArchive: ['failed', 'acknowledged', 'broken'],
  },
  check: {
    OpenCheck: ['absent'],
    SetCheckSeverity: upTo('ready_for_review'),
    SetDueDate: PRE,
    ExtendStage: PRE,
    ReturnToResearch: PRE.slice(PRE.indexOf('ready_for_review'), PRE.indexOf('approved')),
    ShelveCheck: before('approved'),
    WithdrawCheck: before('approved'),
    ResumeCheck: ['shelved', 'withdrawn'],
    AddNote: STAGES,
    RaiseConcern: STAGES,
    DismissConcern: STAGES,
    TransferAssignment: PRE,
    ReleaseAssignment: PRE,
    Recuse: PRE,
    LinkEvidence: ['researching'],
    ReassessEvidence: ['researching'],
    UnlinkEvidence: ['researching'],
    AskQuestion: ['researching'],
    AnswerQuestion: ['researching'],
    WithdrawQuestion: ['researching'],
    SubmitForReview: ['researching'],
    OpenRound: ['ready_for_review'],
    SubmitRuling: ['in_review'],
    AmendRuling: ['in_review', 'reconciling'],
    WithdrawRuling: ['in_review'],
    EndReconciliation: ['reconciling'],
    RecordTieBreak: ['tie_break'],
    CloseRound: ['deadlocked'],
    RequestReply: upTo('decided'),
    RecordReply: PRE,
    CloseReplyWindow: STAGES,
    DraftVerdict: ['decided'],
    ApproveVerdict: ['decided'],
    RefuseApproval: ['decided'],
    WithdrawApproval: ['approved'],
    ScheduleVerdict: ['approved'],
    CancelSchedule: ['approved'],
    PublishVerdict: ['approved'],
  },
};

/** Nothing is left to do, so nothing refuses it: one’s own decision, or what already is so. */
export const isDone = (command: string, relation: string, place: string): boolean => {
  if (place === 'absent') return false;
  const holds = relation.startsWith('holds ');
  if (command === 'AcceptAssignment') return holds;
  if (command === 'ActivateMember') return place === 'active' && relation === 'own';
  if (command === 'ReinstateMember') return place === 'active';
  if (command === 'SuspendMember') return place === 'suspended';
  return command === 'RevokeRole'; // nobody here holds the role that is revoked
};

/** The names that a refusal has where it is not `wrong-stage`. */
export const elsewhere = (category: Category, command: string): string => {
  const isResearch = /Evidence$|Question$/.test(command) && category === 'check';
  if (isResearch) return 'check/evidence-frozen';
  if (category === 'claim') return 'claim/not-accepted';
  const isTriage = ['CompleteTriage', 'DeclineSubmission', 'MarkDuplicate', 'RestoreSubmission'].includes(command);
  if (category === 'submission' && isTriage) return 'submission/wrong-state';
  const isOfActive = ['ChangeProfile', 'SetSkills', 'DeclareInterest', 'WithdrawInterest'].includes(command);
  return category === 'member' && isOfActive ? 'member/not-active' : `${category}/wrong-stage`;
};
