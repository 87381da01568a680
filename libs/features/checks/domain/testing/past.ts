import type { Capacity, DataOf, Instant } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { Finding, PinnedPolicy } from '#features/standards';
import type {
  CheckEvent,
  CheckSubmittedForReview,
  EvidenceLinked,
  Mark,
  ReviewRoundOpened,
  RulingAmended,
  RulingSubmitted,
  VerdictApproved,
  VerdictDrafted,
  VerdictPublished,
} from '../check.events.js';
import type { Stage, Strength } from '../check.state.js';
import { NOW, claim, fiveStep, policy } from './world.js';

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

export const roundOpened = (reviewers: readonly string[], changes: Changes<ReviewRoundOpened> = {}): CheckEvent => ({
  type: 'ReviewRoundOpened',
  data: {
    round: 1,
    purpose: 'full',
    reviewers,
    quorum: 2,
    agreement: 'unanimous',
    blind: true,
    evidenceSet: 2,
    claimRevision: 1,
    scale: fiveStep,
    policy: { id: 'default', version: 1 },
    ...changes,
  },
});

/** What a ruling pins in the round above. */
export const pins = {
  evidenceSet: 2,
  claimRevision: 1,
  scale: { id: 'five-step', version: 1 },
  policy: { id: 'default', version: 1 },
};

type Rating = { readonly label: string; readonly finding: Finding; readonly strength: Strength };

export const unproven: Rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' };
export const mostlyTrue: Rating = { label: 'mostly-true', finding: 'mostly_supported', strength: 'medium' };
export const isFalse: Rating = { label: 'false', finding: 'refuted', strength: 'high' };

export const ruled = (reviewerId: string, rating: Rating, changes: Changes<RulingSubmitted> = {}): CheckEvent => ({
  type: 'RulingSubmitted',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    ...rating,
    rationale: `${reviewerId} found nothing more than this.`,
    linkIds: ['l1'],
    entry: 1,
    reviewerId,
    revealAt: NOW,
    ...pins,
    ...changes,
  },
});

export const amended = (reviewerId: string, rating: Rating, changes: Changes<RulingAmended> = {}): CheckEvent => ({
  type: 'RulingAmended',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    ...rating,
    rationale: `${reviewerId} looked again.`,
    linkIds: ['l1'],
    reason: 'One origin group only.',
    entry: 2,
    reviewerId,
    when: 'sealed',
    revealAt: NOW,
    ...pins,
    ...changes,
  },
});

export const revealed = (...reviewers: readonly string[]): CheckEvent => ({
  type: 'RulingsRevealed',
  data: { round: 1, rulings: reviewers.map((id) => ({ rulingId: `ruling-${id}`, entry: 1 })) },
});

export const disagreed: CheckEvent = {
  type: 'DisagreementFound',
  data: {
    round: 1,
    labels: [
      { label: 'unproven', count: 1 },
      { label: 'mostly-true', count: 1 },
    ],
  },
};

export const decided = (
  rating: Rating,
  agreeing: readonly string[] = ['cleo', 'dan'],
  dissenting: readonly string[] = [],
): CheckEvent => ({
  type: 'RoundDecided',
  data: { round: 1, basis: dissenting.length === 0 ? 'unanimous' : 'majority', ...rating, agreeing, dissenting },
});

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
