const MEMBER_ID = '01845d2e-3a00-7000-8000-000000000002';
const OTHER_CLAIM_ID = '01845d2e-3a00-7000-8000-000000000101';
const SUBMISSION_ID = '01845d2e-3a00-7000-8000-000000000100';
const OTHER_SUBMISSION_ID = '01845d2e-3a00-7000-8000-000000000102';
const NOTE_ID = '01845d2e-3a00-7000-8000-000000000103';
const EVIDENCE_ID = '01845d2e-3a00-7000-8000-000000000201';
const LINK_ID = '01845d2e-3a00-7000-8000-000000000301';
const ASSIGNMENT_ID = '01845d2e-3a00-7000-8000-000000000401';
const QUESTION_ID = '01845d2e-3a00-7000-8000-000000000302';
const REPLY_ID = '01845d2e-3a00-7000-8000-000000000303';
const OTHER_ASSIGNMENT_ID = '01845d2e-3a00-7000-8000-000000000402';
const RULING_ID = '01845d2e-3a00-7000-8000-000000000501';
const OTHER_RULING_ID = '01845d2e-3a00-7000-8000-000000000502';
const INTEREST_ID = '01845d2e-3a00-7000-8000-000000000601';
const APPEARANCE_ID = '01845d2e-3a00-7000-8000-000000000701';
const CONCERN_ID = '01845d2e-3a00-7000-8000-000000000801';

const SPOKESMAN = { key: 'person:john-kirby', name: 'John Kirby', kind: 'person', jobTitle: 'NSC spokesman' };
const NEWSPAPER = { key: 'org:la-times', name: 'Los Angeles Times', kind: 'organisation' };
const STATED_ON = { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'The dateline says so.' };
const WORDS = 'North Korea was covertly shipping artillery shells to Russia';
const RATIONALE = 'The one source is a government that shows no evidence, and the other side denies it.';

const OPINION = {
  label: 'unproven',
  finding: 'insufficient_evidence',
  strength: 'low',
  rationale: RATIONALE,
  linkIds: [LINK_ID],
};

/** One body for each command that people send, from the case of one claim. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  InviteMember: { name: 'Ben Okoro', email: 'ben@desk.example' },
  ActivateMember: {},
  ChangeProfile: { name: 'Ben Okoro', email: 'ben.okoro@desk.example' },
  SetSkills: { languages: ['en', 'ko'], topics: ['war'] },
  EraseProfile: { ground: 'Asked for by the member after he had left.' },
  GrantRole: { role: 'editor' },
  RevokeRole: { role: 'editor', reason: 'Works as a reviewer from now on.' },
  SuspendMember: { reason: 'On leave until the spring.' },
  ReinstateMember: { reason: 'Back from leave.' },
  RecordDeparture: {},
  DeclareInterest: { interestId: INTEREST_ID, partyKey: 'org:la-times', note: 'Worked there until 2021.' },
  WithdrawInterest: { interestId: INTEREST_ID, reason: 'The contract ended a year ago.' },
  DefineScale: { name: 'Ratings of Example Checks', kind: 'external', publisherHost: 'checks.example' },
  DraftScaleVersion: {
    labels: [
      {
        key: 'wrong',
        text: { en: 'Wrong' },
        definition: { en: 'Their checkers found it wrong.' },
        findings: ['refuted'],
      },
    ],
    note: 'The one label that they use.',
  },
  PublishScaleVersion: { version: 1 },
  MapScale: { version: 1, toScaleId: 'five-step', toVersion: 1, map: [{ from: 'wrong', to: 'false' }] },
  DefinePolicy: { name: 'Elections' },
  DraftPolicyVersion: { rules: { review: { quorum: { medium: 3 } } }, note: 'Three reviewers in the election weeks.' },
  ActivatePolicyVersion: { version: 1 },
  RegisterSubmission: {
    kind: 'article',
    text: `The White House said that ${WORDS}.`,
    language: 'en',
    publisher: NEWSPAPER,
  },
  RecordTextNotes: {
    revision: 1,
    by: 'member',
    notes: [
      {
        noteId: NOTE_ID,
        kind: 'unnamed_source',
        spans: [{ start: 0, end: 15 }],
        message: 'Who in the White House said so, the text does not say.',
      },
    ],
  },
  MarkResidue: { spans: [{ start: 0, end: 3 }] },
  AnchorDates: { day: '2022-11-08', basis: 'The agency carried the statement on that day.' },
  ResolveDate: { span: { start: 0, end: 3 }, date: STATED_ON },
  AttachSnapshot: { evidenceId: EVIDENCE_ID },
  CompleteTriage: {},
  DeclineSubmission: { code: 'out_of_scope', note: 'It is about a football match.' },
  MarkDuplicate: { ofSubmissionId: OTHER_SUBMISSION_ID },
  RestoreSubmission: { reason: 'It is about the transfer of players to a sanctioned club.' },
  EraseSubmissionContact: { ground: 'The sender asked for it by letter of 3 November.' },
  ProposeClaim: {
    submissionId: SUBMISSION_ID,
    revision: 1,
    spans: [{ start: 26, end: 26 + WORDS.length }],
    quote: WORDS,
    text: 'North Korea covertly supplies artillery shells to Russia',
    language: 'en',
    claimant: SPOKESMAN,
    conveyors: [NEWSPAPER],
    voice: 'reported',
    statedOn: STATED_ON,
  },
  AcceptClaim: { severity: 'medium', checkability: 'factual', topics: ['war'] },
  RejectProposal: { code: 'not_a_claim', note: 'It is a question.' },
  LinkClaim: { linkId: LINK_ID, toClaimId: OTHER_CLAIM_ID, relation: 'contradicts' },
  AddAppearance: {
    appearanceId: APPEARANCE_ID,
    url: 'https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia',
    publisher: NEWSPAPER,
    appearedOn: STATED_ON,
  },
  NormaliseClaim: {
    text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
    reason: 'The number is part of what he claimed.',
  },
  AttributeClaim: {
    claimant: SPOKESMAN,
    conveyors: [NEWSPAPER],
    voice: 'quoted',
    statedOn: STATED_ON,
    reason: 'The briefing has his words in quotation marks.',
  },
  ClassifyCheckability: { checkability: 'unverifiable', reason: 'It rests on intelligence that nobody may see.' },
  SetClaimSeverity: { severity: 'high', reason: 'Sanctions are being argued for with it.' },
  SetClaimTopics: { topics: ['war', 'north-korea'] },
  WithdrawAppearance: { appearanceId: APPEARANCE_ID, reason: 'The article reports another claim.' },
  AttachSubmission: { submissionId: SUBMISSION_ID, spans: [{ start: 26, end: 86 }] },
  RecordQuoteCheck: { evidenceId: EVIDENCE_ID, primaryText: WORDS, translated: false },
  UnlinkClaim: { linkId: LINK_ID, reason: 'They speak of two different years.' },
  MergeClaim: { intoClaimId: OTHER_CLAIM_ID, reason: 'The same man said the same on the same day.' },
  UnmergeClaim: { reason: 'The other one is about rockets, not shells.' },
  DismissSuggestion: { claimId: OTHER_CLAIM_ID, reason: 'It is about drones from Iran.' },
  CaptureEvidence: {
    kind: 'web_page',
    title: 'Briefing of 2 November 2022',
    url: 'https://www.whitehouse.gov/briefing-room/',
    originGroup: 'org:white-house',
  },
  AssessOrigin: { originGroup: 'us-government', reason: 'The paper cites the White House and nobody else.' },
  RestrictAccess: { memberIds: [MEMBER_ID], reason: 'Its source would be known by what is in it.' },
  LiftRestriction: { reason: 'Its source has spoken in public since.' },
  AcknowledgeArchiveFailure: { reason: 'The page is behind a wall; a note on it is captured instead.' },
  RetryArchive: {},
  OpenCheck: {},
  SetCheckSeverity: { severity: 'high', reason: 'Sanctions are being argued for with it.' },
  SetDueDate: { dueAt: '2022-11-10T12:30:00.000Z', reason: 'The paper goes to press in the afternoon.' },
  ExtendStage: { dueAt: '2022-11-11T12:00:00.000Z', reason: 'The archive answers only tomorrow.' },
  ReturnToResearch: { reason: 'A photograph has come up that nobody has looked at.' },
  ShelveCheck: { code: 'awaiting_event', note: 'The panel of experts reports in March.' },
  WithdrawCheck: { code: 'claim_withdrawn', note: 'The spokesman has taken his words back.' },
  ResumeCheck: { reason: 'The panel of experts has reported.' },
  AddNote: {
    noteId: NOTE_ID,
    about: { kind: 'link', id: LINK_ID },
    text: 'All support comes from one origin group.',
    audience: 'desk',
  },
  RaiseConcern: {
    concernId: CONCERN_ID,
    kind: 'source_gone',
    ref: EVIDENCE_ID,
    text: 'The briefing is no longer on their site.',
  },
  DismissConcern: { concernId: CONCERN_ID, reason: 'It has only moved to another address.' },
  OfferAssignment: { assignmentId: ASSIGNMENT_ID, memberId: MEMBER_ID, capacity: 'researcher' },
  AcceptAssignment: { assignmentId: ASSIGNMENT_ID },
  DeclineAssignment: { assignmentId: ASSIGNMENT_ID, code: 'busy' },
  TransferAssignment: {
    assignmentId: ASSIGNMENT_ID,
    newAssignmentId: OTHER_ASSIGNMENT_ID,
    toMemberId: MEMBER_ID,
    reason: 'Away from tomorrow until the end of the month.',
  },
  ReleaseAssignment: { assignmentId: ASSIGNMENT_ID, code: 'own_wish', note: 'I have two other cases due today.' },
  Recuse: { code: 'relationship', note: 'My brother works for the claimant.' },
  LinkEvidence: { linkId: LINK_ID, evidenceId: EVIDENCE_ID, stance: 'supports', nature: 'assertion', weight: 'medium' },
  ReassessEvidence: {
    linkId: LINK_ID,
    stance: 'supports',
    nature: 'assertion',
    weight: 'low',
    reason: 'The briefing names no source of its own.',
  },
  UnlinkEvidence: { linkId: LINK_ID, reason: 'It is about another delivery.' },
  AskQuestion: { questionId: QUESTION_ID, text: 'Which material did either side publish that others could examine?' },
  AnswerQuestion: { questionId: QUESTION_ID, answer: 'None was found.', linkIds: [LINK_ID] },
  WithdrawQuestion: { questionId: QUESTION_ID, reason: 'The next question asks the same.' },
  SubmitForReview: { proposal: { finding: 'insufficient_evidence', strength: 'low', rationale: RATIONALE } },
  OpenRound: { purpose: 'full', reviewers: [MEMBER_ID] },
  SubmitRuling: { rulingId: RULING_ID, round: 1, ...OPINION },
  AmendRuling: { rulingId: RULING_ID, ...OPINION, reason: 'The other rationale convinced me.' },
  WithdrawRuling: { rulingId: RULING_ID, reason: 'I had read the briefing of another day.' },
  EndReconciliation: { reason: 'Both have said that they stand by their rulings.' },
  RecordTieBreak: {
    rulingId: OTHER_RULING_ID,
    round: 1,
    answers: [{ rulingId: RULING_ID, text: 'I agree: who else reported it relied on the same briefing.' }],
    choice: OPINION,
  },
  CloseRound: { round: 1, reason: 'Neither side can be followed with what is known today.' },
  RequestReply: {
    replyId: REPLY_ID,
    party: SPOKESMAN,
    purpose: 'claimant',
    channel: 'email',
    question: 'On which material does the statement rest, and may others examine it?',
    dueAt: '2022-11-11T10:00:00.000Z',
  },
  RecordReply: {
    replyId: REPLY_ID,
    receivedOn: '2022-11-10',
    text: 'We do not comment on intelligence.',
    publishable: true,
  },
  CloseReplyWindow: { replyId: REPLY_ID, outcome: 'declined' },
  DraftVerdict: {
    title: 'Unproven: shells from North Korea',
    claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
    summary: 'Rests on the undisclosed intelligence of one government.',
    body: 'No independent source confirms it, and North Korea denies it.',
    language: 'en',
    asOf: '2022-11-10',
    citedLinkIds: [LINK_ID],
  },
  ApproveVerdict: {
    versionNo: 1,
    draftNo: 1,
    contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    consideredReplyIds: [],
    waivers: [],
  },
  RefuseApproval: { versionNo: 1, draftNo: 1, reason: 'The summary does not say who denies it.' },
  WithdrawApproval: { versionNo: 1, reason: 'The spokesman has just announced a statement.' },
  ScheduleVerdict: { versionNo: 1, publishAt: '2022-11-11T08:00:00.000Z' },
  CancelSchedule: { versionNo: 1, reason: 'The ministry speaks only in the afternoon.' },
  PublishVerdict: { versionNo: 1 },
};
