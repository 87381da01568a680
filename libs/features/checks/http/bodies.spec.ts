import type { z } from 'zod';
import {
  offerAssignmentBody,
  recuseBody,
  releaseAssignmentBody,
  transferAssignmentBody,
} from './assignments.bodies.js';
import {
  addNoteBody,
  dismissConcernBody,
  extendStageBody,
  openCheckBody,
  raiseConcernBody,
  returnToResearchBody,
  resumeCheckBody,
  setCheckSeverityBody,
  setDueDateBody,
  shelveCheckBody,
  withdrawCheckBody,
} from './case.bodies.js';
import { closeReplyWindowBody, recordReplyBody, requestReplyBody } from './replies.bodies.js';
import {
  answerQuestionBody,
  askQuestionBody,
  linkEvidenceBody,
  reassessEvidenceBody,
  unlinkEvidenceBody,
  withdrawQuestionBody,
} from './research.bodies.js';
import {
  closeRoundBody,
  endReconciliationBody,
  openRoundBody,
  recordTieBreakBody,
  submitRulingBody,
  withdrawRulingBody,
} from './review.bodies.js';
import {
  approveVerdictBody,
  cancelScheduleBody,
  draftVerdictBody,
  publishVerdictBody,
  refuseApprovalBody,
  scheduleVerdictBody,
  withdrawApprovalBody,
} from './verdict.bodies.js';

const ID = '0199a000-0000-7000-8000-000000000001';

/** A body that is as described, and the longest and shortest that each of its texts may be. */
const FORMS: readonly [string, z.ZodType, object, Readonly<Record<string, readonly [number, number]>>][] = [
  [
    'OfferAssignment',
    offerAssignmentBody,
    { assignmentId: ID, memberId: ID, capacity: 'reviewer', note: 'x', overLoadReason: 'x'.repeat(10) },
    { note: [1, 500], overLoadReason: [10, 2000] },
  ],
  ['SetCheckSeverity', setCheckSeverityBody, { severity: 'high', reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['SetDueDate', setDueDateBody, { dueAt: '2022-11-10T12:30:00.000Z' }, { reason: [10, 2000] }],
  [
    'ExtendStage',
    extendStageBody,
    { dueAt: '2022-11-10T12:30:00.000Z', reason: 'x'.repeat(10) },
    { reason: [10, 2000] },
  ],
  ['ShelveCheck', shelveCheckBody, { code: 'legal', note: 'x'.repeat(10) }, { note: [10, 2000] }],
  ['WithdrawCheck', withdrawCheckBody, { code: 'duplicate', note: 'x'.repeat(10) }, { note: [10, 2000] }],
  ['ResumeCheck', resumeCheckBody, { reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['ReturnToResearch', returnToResearchBody, { reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['AddNote', addNoteBody, { noteId: ID, text: 'x', audience: 'desk' }, { text: [1, 4000] }],
  ['RaiseConcern', raiseConcernBody, { concernId: ID, kind: 'other', text: 'x' }, { text: [1, 1000] }],
  ['DismissConcern', dismissConcernBody, { concernId: ID, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  [
    'LinkEvidence',
    linkEvidenceBody,
    { linkId: ID, evidenceId: ID, stance: 'refutes', nature: 'assertion', weight: 'low' },
    { quote: [1, 2000], locator: [1, 300], note: [1, 2000] },
  ],
  [
    'ReassessEvidence',
    reassessEvidenceBody,
    { linkId: ID, stance: 'refutes', nature: 'assertion', weight: 'low', reason: 'x'.repeat(10) },
    { note: [1, 2000], reason: [10, 2000] },
  ],
  ['UnlinkEvidence', unlinkEvidenceBody, { linkId: ID, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['AskQuestion', askQuestionBody, { questionId: ID, text: 'x' }, { text: [1, 1000] }],
  ['AnswerQuestion', answerQuestionBody, { questionId: ID, answer: 'x', linkIds: [] }, { answer: [1, 4000] }],
  ['WithdrawQuestion', withdrawQuestionBody, { questionId: ID, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  [
    'RequestReply',
    requestReplyBody,
    {
      replyId: ID,
      party: { key: 'org:us-nsc', name: 'US National Security Council', kind: 'organisation' },
      purpose: 'claimant',
      channel: 'email',
      question: 'x',
      dueAt: '2022-11-10T10:00:00.000Z',
    },
    { question: [1, 4000] },
  ],
  [
    'RecordReply',
    recordReplyBody,
    { replyId: ID, receivedOn: '2022-11-10', text: 'x', publishable: false },
    { text: [1, 10_000], statement: [1, 1000] },
  ],
  [
    'SubmitRuling',
    submitRulingBody,
    {
      rulingId: ID,
      round: 1,
      label: 'unproven',
      finding: 'insufficient_evidence',
      strength: 'low',
      rationale: 'x'.repeat(50),
      linkIds: [ID],
    },
    { rationale: [50, 10_000], departure: [1, 1000] },
  ],
  ['WithdrawRuling', withdrawRulingBody, { rulingId: ID, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['EndReconciliation', endReconciliationBody, { reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['CloseRound', closeRoundBody, { round: 1, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  [
    'DraftVerdict',
    draftVerdictBody,
    {
      title: 'x',
      claimReviewed: 'x',
      summary: 'x',
      body: 'x',
      language: 'en',
      asOf: '2022-11-10',
      citedLinkIds: [ID],
    },
    {
      title: [1, 120],
      summary: [1, 300],
      body: [1, 50_000],
      labelText: [1, 120],
      disagreementNote: [1, 1000],
      notice: [1, 1000],
    },
  ],
  ['RefuseApproval', refuseApprovalBody, { versionNo: 1, draftNo: 1, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['WithdrawApproval', withdrawApprovalBody, { versionNo: 1, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  ['CancelSchedule', cancelScheduleBody, { versionNo: 1, reason: 'x'.repeat(10) }, { reason: [10, 2000] }],
  [
    'TransferAssignment',
    transferAssignmentBody,
    { assignmentId: ID, newAssignmentId: ID, toMemberId: ID, reason: 'x'.repeat(10) },
    { reason: [10, 2000], overLoadReason: [10, 2000] },
  ],
  ['ReleaseAssignment', releaseAssignmentBody, { assignmentId: ID, code: 'own_wish' }, { note: [1, 500] }],
  ['Recuse', recuseBody, { code: 'interest', note: 'x' }, { note: [1, 1000] }],
];

describe.each(FORMS)('the body of %s', (_, schema, body, limits) => {
  it('is taken as described, and with nothing beside it', () => {
    expect(schema.safeParse(body).success).toBe(true);
    expect(schema.safeParse({ ...body, actor: 'ana' }).success).toBe(false);
  });

  it.each(Object.entries(limits))('counts %s in code points', (field, [min, max]) => {
    const isTaken = (length: number) => schema.safeParse({ ...body, [field]: '😀'.repeat(length) }).success;
    expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false]);
  });
});

describe('bodies', () => {
  it('leave it to the rules how many reviewers a round needs', () => {
    expect(openRoundBody.safeParse({ purpose: 'full', reviewers: [] }).success).toBe(true);
  });

  it('take of a tie-break an opinion, or that there is no consensus, and not both', () => {
    const opinion = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low', linkIds: [ID] };
    const rationale = 'x'.repeat(50);
    const isTaken = (choice: object, text = 'x') =>
      recordTieBreakBody.safeParse({ rulingId: ID, round: 1, answers: [{ rulingId: ID, text }], choice }).success;
    expect(isTaken({ ...opinion, rationale })).toBe(true);
    expect(isTaken({ noConsensus: true, rationale })).toBe(true);
    for (const choice of [
      { ...opinion, rationale, noConsensus: true },
      { ...opinion, rationale, departure: 'x' },
      { ...opinion, rationale: rationale.slice(1) },
      { noConsensus: true, rationale: rationale.slice(1) },
      { noConsensus: false, rationale },
    ])
      expect(isTaken(choice)).toBe(false);
    const lengths = [0, 1, 4000, 4001];
    expect(lengths.map((length) => isTaken({ ...opinion, rationale }, '😀'.repeat(length)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('let a check be opened with nothing said', () => {
    expect(openCheckBody.safeParse({}).success).toBe(true);
  });

  it('want the evidence that a ruling and a verdict rest on', () => {
    const [ruling, verdict] = ['SubmitRuling', 'DraftVerdict'].map(
      (form) => FORMS.find(([name]) => name === form)?.[2],
    );
    expect(submitRulingBody.safeParse({ ...ruling, linkIds: [] }).success).toBe(false);
    expect(draftVerdictBody.safeParse({ ...verdict, citedLinkIds: [] }).success).toBe(false);
  });

  it('schedule a publication for an instant, and for no day', () => {
    const taken = ['2022-11-11T08:00:00.000Z', '2022-11-11', 'tomorrow'].map(
      (publishAt) => scheduleVerdictBody.safeParse({ versionNo: 1, publishAt }).success,
    );
    expect(taken).toEqual([true, false, false]);
  });

  it('let no member name the schedule of a publication', () => {
    expect(publishVerdictBody.safeParse({ versionNo: 1 }).success).toBe(true);
    expect(publishVerdictBody.safeParse({ versionNo: 1, scheduleNo: 1 }).success).toBe(false);
  });

  it('let nobody close a window with an answer: that is recorded', () => {
    const taken = ['no_answer', 'declined', 'answered'].map(
      (outcome) => closeReplyWindowBody.safeParse({ replyId: ID, outcome }).success,
    );
    expect(taken).toEqual([true, true, false]);
  });

  it('take waivers with a code and a note', () => {
    const approval = { versionNo: 1, draftNo: 1, contentHash: 'hash', consideredReplyIds: [] };
    const waiver = { rule: 'sources', code: 'primary_record', note: 'KCNA’s own text.' };
    expect(approveVerdictBody.safeParse({ ...approval, waivers: [waiver] }).success).toBe(true);
    expect(approveVerdictBody.safeParse({ ...approval, waivers: [{ ...waiver, note: '' }] }).success).toBe(false);
  });
});
