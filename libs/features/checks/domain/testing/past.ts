import type { Capacity, DataOf, Instant } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy } from '#features/standards';
import type {
  AssignmentReleased,
  AssignmentTransferred,
  CheckEvent,
  CheckSubmittedForReview,
  EvidenceLinked,
  Mark,
  MemberRecused,
  VerdictApproved,
  VerdictDrafted,
  VerdictPublished,
} from '../check.events.js';
import type { Stage } from '../check.state.js';
import { pins, unproven } from './rulings.js';
import { claim, policy } from './world.js';

// What has happened to a check, one event each. Stages are entered without clocks, which no guard asks about.

type Changes<Event extends CheckEvent> = Partial<DataOf<Event>>;

export const stage = (name: Stage, no = 1): CheckEvent => ({
  type: 'StageEntered',
  data: { no, run: 1, stage: name, marks: [] },
});

/** Entered now, out of `left` in time, with these marks of its clock. */
export const enters = (name: Stage, no: number, left: Stage | undefined, marks: readonly Mark[] = []): CheckEvent => {
  const due = marks.find(({ mark }) => mark === 'due');
  return {
    type: 'StageEntered',
    data: {
      no,
      run: 1,
      stage: name,
      ...(due && { dueAt: due.at }),
      marks,
      ...(left && { left: { no: no - 1, stage: left, late: false } }),
    },
  };
};

export const marks = (due: Instant, rest: { readonly before?: Instant; readonly after: Instant }): readonly Mark[] => [
  ...(rest.before === undefined ? [] : [{ mark: 'before-2h', at: rest.before }]),
  { mark: 'due', at: due },
  { mark: 'after-4h', at: rest.after },
];

export const checkOpened = (
  changes: { readonly claim?: Partial<ClaimFacts>; readonly policy?: PinnedPolicy } = {},
): CheckEvent => {
  const facts = { ...claim, ...changes.claim };
  const { severity } = facts;
  return { type: 'CheckOpened', data: { claim: facts, policy: changes.policy ?? policy, severity, cycle: 1 } };
};

export const offered = (
  memberId: string,
  capacity: Capacity,
  assignmentId = `${memberId}-${capacity}`,
): CheckEvent => ({
  type: 'AssignmentOffered',
  data: { assignmentId, memberId, capacity, roles: [], openLoad: 0, expiresAt: '2026-11-23T12:00:00.000Z' },
});

export const accepted = (memberId: string, capacity: Capacity): readonly CheckEvent[] => [
  offered(memberId, capacity),
  {
    type: 'AssignmentAccepted',
    data: { assignmentId: `${memberId}-${capacity}`, memberId, capacity },
  },
];

export const transferred = (
  fromMemberId: string,
  toMemberId: string,
  capacity: Capacity,
  changes: Changes<AssignmentTransferred> = {},
): CheckEvent => ({
  type: 'AssignmentTransferred',
  data: {
    assignmentId: `${fromMemberId}-${capacity}`,
    newAssignmentId: `${toMemberId}-${capacity}`,
    fromMemberId,
    toMemberId,
    capacity,
    reason: 'On leave from tomorrow on.',
    roles: [],
    openLoad: 0,
    expiresAt: '2026-11-23T12:00:00.000Z',
    ...changes,
  },
});

export const released = (
  memberId: string,
  capacity: Capacity,
  changes: Changes<AssignmentReleased> = {},
): CheckEvent => ({
  type: 'AssignmentReleased',
  data: {
    assignmentId: `${memberId}-${capacity}`,
    memberId,
    capacity,
    code: 'editor',
    setAsideRulingIds: [],
    ...changes,
  },
});

export const recusal = (memberId: string, changes: Changes<MemberRecused> = {}): CheckEvent => ({
  type: 'MemberRecused',
  data: {
    memberId,
    code: 'relationship',
    note: 'My brother works for the claimant.',
    assignmentIds: [],
    setAsideRulingIds: [],
    ...changes,
  },
});

export const linked = (
  linkId: string,
  evidenceSet: number,
  originGroup: string,
  changes: Changes<EvidenceLinked> = {},
): CheckEvent => ({
  type: 'EvidenceLinked',
  data: {
    linkId,
    evidenceId: linkId.replace('l', 'e'),
    stance: 'supports',
    nature: 'record',
    weight: 'medium',
    originGroup,
    evidenceSet,
    by: 'ben',
    ...changes,
  },
});

export const submitted: CheckSubmittedForReview = {
  type: 'CheckSubmittedForReview',
  data: {
    proposal: { finding: 'insufficient_evidence', strength: 'low', rationale: 'Both sides only assert.' },
    evidenceSet: 2,
    claimRevision: 1,
    openQuestionIds: [],
  },
};

export const drafted = (changes: Changes<VerdictDrafted> = {}): CheckEvent => ({
  type: 'VerdictDrafted',
  data: {
    versionNo: 1,
    draftNo: 1,
    title: 'Shells for Russia',
    claimReviewed: 'North Korea supplies shells to Russia',
    summary: 'Rests on one source.',
    body: 'Long text.',
    language: 'en',
    asOf: '2026-11-23',
    citedLinkIds: ['l1', 'l2'],
    reviewBy: '2027-05-23',
    ...unproven,
    labelText: 'Unproven',
    round: 1,
    ...pins,
    contentHash: 'hash-1',
    by: 'ben',
    ...changes,
  },
});

export const approved = (approverId: string, changes: Changes<VerdictApproved> = {}): CheckEvent => ({
  type: 'VerdictApproved',
  data: {
    versionNo: 1,
    draftNo: 1,
    contentHash: 'hash-1',
    consideredReplyIds: [],
    waivers: [],
    approverId,
    originGroups: ['dprk-government', 'us-government'],
    independentGroups: [],
    claimRevision: 1,
    ...changes,
  },
});

export const published: VerdictPublished = {
  type: 'VerdictPublished',
  data: {
    versionNo: 1,
    draftNo: 1,
    contentHash: 'hash-1',
    url: '/v/c4',
    versionUrl: '/v/c4/versions/1',
    reviewBy: '2027-05-23',
    expiresAt: '2027-05-23T00:00:00.000Z',
  },
};
