import type { AnyEvent } from '#kernel';
import { EXAMPLES } from '../../../apps/api/src/documents/examples.js';
import { sampleEvent as event } from '../../support/samples.js';

type Data = Readonly<Record<string, unknown>>;

export type Person = 'ana' | 'ben' | 'cleo' | 'eva' | 'admin';
export type People = Readonly<Record<Person, string>>;

/** Who sends a documented command, and what has happened to the stream that it is for. */
export type Prepared = {
  readonly by: Person | 'himself';
  readonly past: readonly AnyEvent[];
  /** Not one of its own, but the one that its body names. */
  readonly id?: string;
};

const given = (command: string, field: string): string =>
  (EXAMPLES[command] as Readonly<Record<string, string>>)[field] ?? '';

export const NAMED = {
  member: given('OfferAssignment', 'memberId'),
  submission: given('ProposeClaim', 'submissionId'),
  otherSubmission: given('MarkDuplicate', 'ofSubmissionId'),
  otherClaim: given('LinkClaim', 'toClaimId'),
  evidence: given('LinkEvidence', 'evidenceId'),
  link: given('LinkEvidence', 'linkId'),
  assignment: given('AcceptAssignment', 'assignmentId'),
  question: given('AskQuestion', 'questionId'),
  reply: given('RequestReply', 'replyId'),
  ruling: given('SubmitRuling', 'rulingId'),
  interest: given('DeclareInterest', 'interestId'),
  appearance: given('AddAppearance', 'appearanceId'),
  concern: given('RaiseConcern', 'concernId'),
} as const;

export const memberWith = (...roles: readonly string[]): readonly AnyEvent[] => [
  event('MemberInvited'),
  event('MemberProfileRecorded'),
  event('MemberActivated'),
  ...roles.map((role) => event('RoleGranted', { role })),
];

export const submissionBy = (by: string): readonly AnyEvent[] => {
  const text = given('RegisterSubmission', 'text');
  return [event('SubmissionRegistered', { by, text, length: text.length, kind: 'article' })];
};

export const proposedBy = (by: string): AnyEvent => {
  const { fragment: _, ...proposal } = EXAMPLES['ProposeClaim'] as Data;
  return { type: 'ClaimProposed', data: { ...proposal, registeredBy: by, by } };
};

export const claimBy = (by: string): readonly AnyEvent[] => [
  proposedBy(by),
  { type: 'ClaimAccepted', data: { severity: 'low', checkability: 'factual', by } },
];

export const archivedEvidence: readonly AnyEvent[] = [
  event('EvidenceCaptured', { originGroup: 'us-government' }),
  event('EvidenceArchived', { archiveRun: 1 }),
];

const failedEvidence = [event('EvidenceCaptured'), event('EvidenceArchiveFailed', { archiveRun: 1 })];

const DUE = '2022-11-10T12:00:00.000Z';

const stage = (name: string, no: number): AnyEvent => ({
  type: 'StageEntered',
  data: { no, run: 1, stage: name, marks: [], ...(name !== 'published' && { dueAt: DUE }) },
});

const offered = (assignmentId: string, memberId: string, capacity: string): AnyEvent =>
  event('AssignmentOffered', { assignmentId, memberId, capacity, expiresAt: DUE });

const held = (assignmentId: string, memberId: string, capacity: string): readonly AnyEvent[] => [
  offered(assignmentId, memberId, capacity),
  event('AssignmentAccepted', { assignmentId, memberId, capacity }),
];

/** How a check came to each stage: Ben researches, Cleo reviews, Eva signs. */
export const checkBy = ({ ana, ben, cleo, eva }: People) => {
  const { claim } = event('CheckOpened').data as { readonly claim: Data };
  const facts = { ...claim, severity: 'low', registeredBy: ana, proposedBy: ana, acceptedBy: ana };
  const pins = { evidenceSet: 1, claimRevision: 1 };
  const rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' };

  const open = [event('CheckOpened', { claim: facts, severity: 'low' }), stage('open', 1)];
  const researching = [...open, ...held('ben', ben, 'researcher'), stage('researching', 2)];
  const linked = [
    ...researching,
    event('EvidenceLinked', { linkId: NAMED.link, evidenceId: NAMED.evidence, by: ben, evidenceSet: 1 }),
  ];
  const ready = [
    ...linked,
    ...held('cleo', cleo, 'reviewer'),
    event('CheckSubmittedForReview', { ...pins, openQuestionIds: [] }),
    stage('ready_for_review', 3),
  ];
  const inReview = [
    ...ready,
    event('ReviewRoundOpened', { ...pins, reviewers: [cleo], quorum: 1, round: 1 }),
    stage('in_review', 4),
  ];
  const ruled = [
    ...inReview,
    event('RulingSubmitted', { ...pins, ...rating, rulingId: NAMED.ruling, reviewerId: cleo, linkIds: [NAMED.link] }),
  ];
  const decided = [
    ...ruled,
    event('RulingsRevealed', { round: 1, rulings: [{ rulingId: NAMED.ruling, entry: 1 }] }),
    event('RoundDecided', { round: 1, basis: 'unanimous', ...rating, agreeing: [cleo], dissenting: [] }),
    stage('decided', 5),
  ];
  const revealed = [
    ...ruled,
    event('RulingsRevealed', { round: 1, rulings: [{ rulingId: NAMED.ruling, entry: 1 }] }),
    event('DisagreementFound', { round: 1 }),
  ];
  const reconciling = [...revealed, stage('reconciling', 5)];
  const tied = [...revealed, stage('tie_break', 5), ...held('eva', eva, 'tie_breaker')];
  const deadlocked = [...revealed, stage('deadlocked', 5)];
  const shelved = [...open, event('CheckShelved', { from: 'open' }), stage('shelved', 2)];
  const draft = { versionNo: 1, draftNo: 1, contentHash: given('ApproveVerdict', 'contentHash') };
  const drafted = [
    ...decided,
    event('VerdictDrafted', { ...pins, ...rating, ...draft, citedLinkIds: [NAMED.link], round: 1, by: ben }),
  ];
  const approved = [
    ...drafted,
    event('VerdictApproved', { ...draft, approverId: eva, consideredReplyIds: [], waivers: [], claimRevision: 1 }),
    stage('approved', 6),
  ];
  const scheduled = [
    ...approved,
    event('VerdictScheduled', { versionNo: 1, scheduleNo: 1, publishAt: '2022-11-11T08:00:00.000Z' }),
  ];
  const published = [...approved, event('VerdictPublished', { ...draft }), stage('published', 7)];
  const asked = [...linked, event('QuestionAsked', { questionId: NAMED.question })];
  const requested = [...researching, event('ReplyRequested', { replyId: NAMED.reply, dueAt: DUE })];
  return {
    open,
    shelved,
    researching,
    linked,
    asked,
    requested,
    ready,
    inReview,
    ruled,
    reconciling,
    tied,
    deadlocked,
    decided,
    drafted,
    approved,
    scheduled,
    published,
  };
};

/** What must have happened before each documented command is accepted. */
export const preparedFor = (people: People): Readonly<Record<string, Prepared>> => {
  const { ana, ben } = people;
  const check = checkBy(people);
  const submission = submissionBy(ana);
  const claim = claimBy(ana);
  const ofAna = (past: readonly AnyEvent[]): Prepared => ({ by: 'ana', past });
  const ofBen = (past: readonly AnyEvent[]): Prepared => ({ by: 'ben', past });
  const ofCleo = (past: readonly AnyEvent[]): Prepared => ({ by: 'cleo', past });
  const ofEva = (past: readonly AnyEvent[]): Prepared => ({ by: 'eva', past });
  const ofAdmin = (past: readonly AnyEvent[]): Prepared => ({ by: 'admin', past });
  const ofHimself = (past: readonly AnyEvent[]): Prepared => ({ by: 'himself', past });
  const scale = [event('ScaleDefined', { kind: 'external', publisherHost: 'others.example' })];
  const { labels } = EXAMPLES['DraftScaleVersion'] as Data;
  const draftedScale = [...scale, event('ScaleVersionDrafted', { version: 1, labels, draftedBy: ana })];
  const policy = [event('PolicyDefined')];
  const declared = event('InterestDeclared', { interestId: NAMED.interest });

  return {
    InviteMember: ofAdmin([]),
    ActivateMember: ofHimself(memberWith().slice(0, 2)),
    ChangeProfile: ofHimself(memberWith()),
    SetSkills: ofHimself(memberWith()),
    DeclareInterest: ofHimself(memberWith()),
    WithdrawInterest: ofHimself([...memberWith(), declared]),
    GrantRole: ofAdmin(memberWith()),
    RevokeRole: ofAdmin(memberWith('editor')),
    SuspendMember: ofAdmin(memberWith()),
    ReinstateMember: ofAdmin([...memberWith(), event('MemberSuspended')]),
    RecordDeparture: ofAdmin(memberWith()),
    EraseProfile: ofAdmin([...memberWith(), event('MemberDeparted')]),

    DefineScale: ofEva([]),
    DraftScaleVersion: ofEva(scale),
    PublishScaleVersion: ofEva(draftedScale),
    MapScale: ofEva([...draftedScale, event('ScaleVersionPublished', { version: 1 })]),
    DefinePolicy: ofEva([]),
    DraftPolicyVersion: ofEva(policy),
    ActivatePolicyVersion: ofEva([...policy, event('PolicyVersionDrafted', { version: 1, draftedBy: ana })]),

    RegisterSubmission: ofAna([]),
    RecordTextNotes: ofAna(submission),
    MarkResidue: ofAna(submission),
    AnchorDates: ofAna(submission),
    ResolveDate: ofAna(submission),
    AttachSnapshot: ofAna(submission),
    CompleteTriage: ofAna(submission),
    DeclineSubmission: ofAna(submission),
    MarkDuplicate: ofAna(submission),
    RestoreSubmission: ofAna([...submission, event('SubmissionDeclined')]),
    EraseSubmissionContact: ofAdmin([...submission, event('SubmissionContactRecorded')]),

    ProposeClaim: ofAna([]),
    AcceptClaim: ofAna([proposedBy(ana)]),
    RejectProposal: ofAna([proposedBy(ana)]),
    NormaliseClaim: ofAna(claim),
    AttributeClaim: ofAna(claim),
    ClassifyCheckability: ofAna(claim),
    SetClaimSeverity: ofAna(claim),
    SetClaimTopics: ofAna(claim),
    AddAppearance: ofAna(claim),
    WithdrawAppearance: ofAna([...claim, event('ClaimAppearanceAdded', { appearanceId: NAMED.appearance })]),
    AttachSubmission: ofAna(claim),
    RecordQuoteCheck: ofAna(claim),
    LinkClaim: ofAna(claim),
    UnlinkClaim: ofAna([...claim, event('ClaimLinked', { linkId: NAMED.link, toClaimId: NAMED.otherClaim })]),
    MergeClaim: ofAna(claim),
    UnmergeClaim: ofAna([...claim, event('ClaimMerged', { intoClaimId: NAMED.otherClaim })]),
    DismissSuggestion: ofAna([
      ...claim,
      event('SimilarClaimsSuggested', { candidates: [{ claimId: NAMED.otherClaim, score: 0.5 }] }),
    ]),

    CaptureEvidence: ofAna([]),
    AssessOrigin: ofAna(archivedEvidence),
    RestrictAccess: ofAna(archivedEvidence),
    LiftRestriction: ofAna([...archivedEvidence, event('EvidenceAccessRestricted', { memberIds: [ana] })]),
    AcknowledgeArchiveFailure: ofAna(failedEvidence),
    RetryArchive: ofAna(failedEvidence),

    OpenCheck: ofAna([]),
    SetCheckSeverity: ofAna(check.open),
    SetDueDate: ofAna(check.open),
    ExtendStage: ofAna(check.open),
    AddNote: ofAna(check.linked),
    RaiseConcern: ofAna(check.open),
    DismissConcern: ofAna([...check.open, event('ConcernRaised', { concernId: NAMED.concern })]),
    ReturnToResearch: ofAna(check.ready),
    ShelveCheck: ofAna(check.open),
    WithdrawCheck: ofAna(check.open),
    ResumeCheck: ofAna(check.shelved),
    OfferAssignment: ofAna(check.open),
    AcceptAssignment: ofBen([...check.open, offered(NAMED.assignment, ben, 'researcher')]),
    DeclineAssignment: ofBen([...check.open, offered(NAMED.assignment, ben, 'researcher')]),
    TransferAssignment: ofAna([...check.open, ...held(NAMED.assignment, ben, 'researcher')]),
    ReleaseAssignment: ofBen([...check.open, ...held(NAMED.assignment, ben, 'researcher')]),
    Recuse: ofBen(check.researching),
    LinkEvidence: ofBen(check.researching),
    ReassessEvidence: ofBen(check.linked),
    UnlinkEvidence: ofBen(check.linked),
    AskQuestion: ofBen(check.researching),
    AnswerQuestion: ofBen(check.asked),
    WithdrawQuestion: ofBen(check.asked),
    SubmitForReview: ofBen(check.linked),
    RequestReply: ofBen(check.researching),
    RecordReply: ofBen(check.requested),
    CloseReplyWindow: ofAna(check.requested),
    OpenRound: ofAna(check.ready),
    SubmitRuling: ofCleo(check.inReview),
    AmendRuling: ofCleo(check.ruled),
    WithdrawRuling: ofCleo(check.ruled),
    EndReconciliation: ofAna(check.reconciling),
    RecordTieBreak: ofEva(check.tied),
    CloseRound: ofEva(check.deadlocked),
    DraftVerdict: ofBen(check.decided),
    ApproveVerdict: ofEva(check.drafted),
    RefuseApproval: ofEva(check.drafted),
    WithdrawApproval: ofEva(check.approved),
    ScheduleVerdict: ofEva(check.approved),
    CancelSchedule: ofEva(check.scheduled),
    PublishVerdict: ofEva(check.approved),
  };
};
