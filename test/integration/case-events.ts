import type { Capacity, DataOf } from '#kernel';
import type { CheckEvent, RulingSubmitted, Stage, VerdictDrafted } from '#features/checks';
import type { Checkability, ClaimEvent, ClaimProposed, Relation } from '#features/claims';
import { DEFAULT_RULES, FIVE_STEP } from '#features/standards';
import type { ScaleEvent, Severity } from '#features/standards';

// Events of claims and checks, as tests of what reads them want them.

/** No timer of these events is due while a test runs. */
export const FAR = '2099-01-01T00:00:00.000Z';

const claimant = { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' } as const;
const policy = { id: 'default', version: 1 };
const pins = { evidenceSet: 1, claimRevision: 1, scale: { id: 'five-step', version: 1 }, policy };
const rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' } as const;

const proposal: DataOf<ClaimProposed> = {
  submissionId: 's1',
  revision: 1,
  spans: [{ start: 0, end: 5 }],
  quote: 'North',
  text: 'North Korea supplies shells',
  language: 'en',
  claimant,
  conveyors: [],
  voice: 'quoted',
  statedOn: { precision: 'unresolved' },
  registeredBy: 'ana',
  by: 'ana',
};

export const proposed = (text = proposal.text, changes: Partial<DataOf<ClaimProposed>> = {}): ClaimEvent => ({
  type: 'ClaimProposed',
  data: { ...proposal, text, ...changes },
});

export const rejected: ClaimEvent = { type: 'ClaimProposalRejected', data: { code: 'trivial' } };

export const accepted = (severity: Severity, checkability: Checkability = 'factual'): ClaimEvent => ({
  type: 'ClaimAccepted',
  data: { severity, checkability, reason: 'It matters after all.', by: 'ana' },
});

export const linked = (linkId: string, toClaimId: string, relation: Relation): ClaimEvent => ({
  type: 'ClaimLinked',
  data: { linkId, toClaimId, relation },
});

export const opened = (severity: Severity): CheckEvent => ({
  type: 'CheckOpened',
  data: {
    claim: {
      claimId: 'c',
      revision: 1,
      status: 'accepted',
      text: 'North Korea supplies shells',
      language: 'en',
      checkability: 'factual',
      severity,
      topics: [],
      claimant,
      partyKeys: [claimant.key],
      statedOn: { precision: 'unresolved' },
      registeredBy: 'ana',
      proposedBy: 'ana',
      acceptedBy: 'ana',
    },
    policy: { policyId: 'default', version: 1, rules: DEFAULT_RULES },
    severity,
    cycle: 1,
  },
});

/** A party that has until far away to answer. */
export const asked: CheckEvent = {
  type: 'ReplyRequested',
  data: {
    replyId: 'rp1',
    party: claimant,
    purpose: 'claimant',
    channel: 'email',
    question: 'On which material does it rest?',
    dueAt: FAR,
    cycle: 1,
  },
};

export const doubted: CheckEvent = {
  type: 'ConcernRaised',
  data: { concernId: 'co1', kind: 'other', text: 'The speaker has taken it back.' },
};

/** With a clock, except where none runs. */
export const stage = (name: Stage, no: number, dueAt = FAR): CheckEvent => ({
  type: 'StageEntered',
  data: {
    no,
    run: 1,
    stage: name,
    ...(name === 'published' ? { marks: [] } : { dueAt, marks: [{ mark: 'due', at: dueAt }] }),
  },
});

export const offered = (
  memberId: string,
  capacity: Capacity,
  { assignmentId = `${memberId}-${capacity}` }: { readonly assignmentId?: string } = {},
): CheckEvent => ({
  type: 'AssignmentOffered',
  data: { assignmentId, memberId, capacity, roles: ['reviewer'], openLoad: 0, expiresAt: FAR },
});

export const assigned = (memberId: string, capacity: Capacity): readonly CheckEvent[] => [
  offered(memberId, capacity),
  { type: 'AssignmentAccepted', data: { assignmentId: `${memberId}-${capacity}`, memberId, capacity } },
];

export const evidenceLinked = (linkId: string, evidenceId: string): CheckEvent => ({
  type: 'EvidenceLinked',
  data: {
    linkId,
    evidenceId,
    stance: 'supports',
    nature: 'assertion',
    weight: 'low',
    originGroup: 'us-government',
    evidenceSet: 1,
    by: 'ben',
  },
});

export const dueDateSet: CheckEvent = {
  type: 'DueDateSet',
  data: { cycle: 1, run: 1, dueAt: FAR, marks: [{ mark: 'due', at: FAR }] },
};

export const roundOpened = (...reviewers: readonly string[]): CheckEvent => ({
  type: 'ReviewRoundOpened',
  data: {
    round: 1,
    purpose: 'full',
    reviewers,
    quorum: 2,
    agreement: 'unanimous',
    blind: true,
    ...pins,
    scale: { scaleId: 'five-step', version: 1, labels: FIVE_STEP.labels },
  },
});

const ruling: DataOf<RulingSubmitted> = {
  rulingId: 'ru',
  round: 1,
  entry: 1,
  ...rating,
  rationale: 'All support comes from one origin group, and it is denied.',
  linkIds: ['l1'],
  reviewerId: 'cleo',
  revealAt: FAR,
  ...pins,
};

export const ruled = (reviewerId: string): CheckEvent => ({
  type: 'RulingSubmitted',
  data: { ...ruling, rulingId: `ru-${reviewerId}`, reviewerId },
});

export const amended: CheckEvent = {
  type: 'RulingAmended',
  data: { ...ruling, rulingId: 'ru-cleo', entry: 2, reason: 'On second thoughts.', when: 'sealed' },
};

export const revealed: CheckEvent = { type: 'RulingsRevealed', data: { round: 1, rulings: [] } };

export const decided: CheckEvent = {
  type: 'RoundDecided',
  data: { round: 1, basis: 'unanimous', ...rating, agreeing: ['cleo', 'dan'], dissenting: [] },
};

const draft: DataOf<VerdictDrafted> = {
  versionNo: 1,
  draftNo: 1,
  title: 'Shells',
  claimReviewed: 'North Korea supplies shells',
  summary: 'Rests on one source.',
  body: 'Long text.',
  language: 'en',
  asOf: '2026-11-24',
  citedLinkIds: ['l1'],
  reviewBy: '2027-05-24',
  labelText: 'Unproven',
  round: 1,
  contentHash: 'hash',
  by: 'ben',
  ...rating,
  ...pins,
};

export const drafted = (draftNo: number): CheckEvent => ({ type: 'VerdictDrafted', data: { ...draft, draftNo } });

export const published = (draftNo: number): CheckEvent => ({
  type: 'VerdictPublished',
  data: {
    versionNo: 1,
    draftNo,
    contentHash: 'hash',
    url: '/v/c',
    versionUrl: '/v/c/versions/1',
    reviewBy: '2027-05-24',
    expiresAt: '2027-05-24T00:00:00.000Z',
  },
});

export const approved = (approverId: string): CheckEvent => ({
  type: 'VerdictApproved',
  data: {
    versionNo: 1,
    draftNo: 1,
    contentHash: 'hash',
    consideredReplyIds: [],
    waivers: [],
    approverId,
    originGroups: ['us-government'],
    independentGroups: [],
    claimRevision: 1,
  },
});

export const fiveStep: readonly ScaleEvent[] = [
  { type: 'ScaleDefined', data: { name: 'Five steps', kind: 'ordinal' } },
  { type: 'ScaleVersionDrafted', data: { version: 1, labels: FIVE_STEP.labels, draftedBy: 'service:installer' } },
  { type: 'ScaleVersionPublished', data: { version: 1 } },
];
