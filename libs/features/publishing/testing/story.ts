import type { DataOf } from '#kernel';
import type { CheckEvent, RulingSubmitted, Stage, VerdictDrafted } from '#features/checks';
import type { ClaimEvent, ClaimFacts, ClaimProposed } from '#features/claims';
import { DEFAULT_RULES, FIVE_STEP } from '#features/standards';
import type { ScaleEvent } from '#features/standards';

// A check from its opening to its verdict, and on to the next version, with what it rests on.

const policy = { id: 'default', version: 1 };
const pins = { evidenceSet: 2, claimRevision: 1, scale: { id: 'five-step', version: 1 }, policy };
const rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' } as const;

export const proposal: DataOf<ClaimProposed> = {
  submissionId: 's1',
  revision: 1,
  spans: [{ start: 0, end: 5 }],
  quote: 'North',
  text: 'North Korea covertly supplies Russia with shells',
  language: 'en',
  claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person', jobTitle: 'NSC Coordinator' },
  conveyors: [],
  voice: 'quoted',
  statedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'White House briefing' },
  registeredBy: 'ana',
  by: 'ana',
};

export const claimEvents = (changes: Partial<DataOf<ClaimProposed>> = {}): readonly ClaimEvent[] => [
  { type: 'ClaimProposed', data: { ...proposal, ...changes } },
  { type: 'ClaimAccepted', data: { severity: 'medium', checkability: 'factual', by: 'ana' } },
];

export const scaleEvents: readonly ScaleEvent[] = [
  { type: 'ScaleDefined', data: { name: 'Five steps', kind: 'ordinal' } },
  { type: 'ScaleVersionDrafted', data: { version: 1, labels: FIVE_STEP.labels, draftedBy: 'service:installer' } },
  { type: 'ScaleVersionPublished', data: { version: 1 } },
];

const facts: ClaimFacts = {
  claimId: 'c4',
  revision: 1,
  status: 'accepted',
  text: proposal.text,
  language: 'en',
  checkability: 'factual',
  severity: 'medium',
  topics: [],
  claimant: proposal.claimant,
  partyKeys: ['person:john-kirby'],
  statedOn: proposal.statedOn,
  registeredBy: 'ana',
  proposedBy: 'ana',
  acceptedBy: 'ana',
};

export const stage = (name: Stage, no: number): CheckEvent => ({
  type: 'StageEntered',
  data: { no, run: 1, stage: name, marks: [] },
});

export const linked = (
  linkId: string,
  evidenceId: string,
  evidenceSet: number,
  quote = 'a significant number of artillery shells',
): CheckEvent => ({
  type: 'EvidenceLinked',
  data: {
    linkId,
    evidenceId,
    stance: 'supports',
    nature: 'assertion',
    weight: 'low',
    originGroup: 'us-government',
    quote,
    note: 'for the desk only',
    evidenceSet,
    by: 'ben',
  },
});

export const ruled = (reviewerId: string, round = 1): CheckEvent => {
  const data: DataOf<RulingSubmitted> = {
    rulingId: `ru-${round}-${reviewerId}`,
    round,
    entry: 1,
    ...rating,
    rationale: 'a ruling’s reasons',
    linkIds: ['l2'],
    reviewerId,
    revealAt: '2022-11-09T17:45:00.000Z',
    ...pins,
  };
  return { type: 'RulingSubmitted', data };
};

export const draft: DataOf<VerdictDrafted> = {
  versionNo: 1,
  draftNo: 1,
  title: 'Shells for Russia',
  claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
  summary: 'Rests on one source.',
  body: 'Long text.',
  language: 'en',
  asOf: '2022-11-10',
  citedLinkIds: ['l2'],
  disagreementNote: 'The reviewers differed at first reading.',
  reviewBy: '2023-05-10',
  labelText: 'Unproven',
  round: 1,
  contentHash: 'hash',
  by: 'ben',
  ...rating,
  ...pins,
};

/** Opened, researched, sent into review. */
export const researched = (quote?: string): readonly CheckEvent[] => [
  {
    type: 'CheckOpened',
    data: {
      claim: facts,
      policy: { policyId: 'default', version: 1, rules: DEFAULT_RULES },
      severity: 'medium',
      cycle: 1,
    },
  },
  stage('open', 1),
  linked('l1', 'e1', 1),
  linked('l2', 'e2', 2, quote),
];

/** A round in which two rule alike. */
export const reviewed = (round = 1): readonly CheckEvent[] => [
  {
    type: 'ReviewRoundOpened',
    data: {
      round,
      purpose: 'full',
      reviewers: ['cleo', 'dan'],
      quorum: 2,
      agreement: 'unanimous',
      blind: true,
      ...pins,
      scale: { scaleId: 'five-step', version: 1, labels: FIVE_STEP.labels },
    },
  },
  stage('in_review', 2),
  ruled('cleo', round),
  ruled('dan', round),
  { type: 'RulingsRevealed', data: { round, rulings: [] } },
  {
    type: 'RoundDecided',
    data: { round, basis: 'unanimous', ...rating, agreeing: ['cleo', 'dan'], dissenting: [] },
  },
  stage('decided', 3),
];

/** Drafted, approved, published. */
export const published = (changes: Partial<DataOf<VerdictDrafted>> = {}): readonly CheckEvent[] => {
  const data = { ...draft, ...changes };
  const { versionNo, draftNo, contentHash, reviewBy } = data;
  return [
    { type: 'VerdictDrafted', data },
    {
      type: 'VerdictApproved',
      data: {
        versionNo,
        draftNo,
        contentHash,
        consideredReplyIds: [],
        waivers: [{ rule: 'sources', code: 'primary_record', note: 'for the desk only' }],
        approverId: 'eva',
        originGroups: ['us-government'],
        independentGroups: [],
        claimRevision: data.claimRevision,
      },
    },
    {
      type: 'VerdictPublished',
      data: {
        versionNo,
        draftNo,
        contentHash,
        url: '/v/c4',
        versionUrl: `/v/c4/versions/${versionNo}`,
        reviewBy,
        expiresAt: `${reviewBy}T00:00:00.000Z`,
      },
    },
    stage('published', 4),
  ];
};

export const past: readonly CheckEvent[] = [...researched(), ...reviewed(), ...published()];

/** At work again: another source, another round, drafts that nobody outside may know of. */
export const reopened: readonly CheckEvent[] = [
  stage('researching', 5),
  linked('l3', 'e3', 3, 'a later report'),
  ...reviewed(2),
];

/** From the rating to the date, whatever it says. */
export const secondVersion: Partial<DataOf<VerdictDrafted>> = {
  versionNo: 2,
  title: 'Shells for Russia, seen again',
  summary: 'Rests on one source and on images.',
  asOf: '2023-01-23',
  reviewBy: '2023-07-23',
  citedLinkIds: ['l2', 'l3'],
  evidenceSet: 3,
  round: 2,
};

/** Nobody looked at it again in time. */
export const expired: CheckEvent = { type: 'VerdictExpired', data: { versionNo: 1, reviewBy: '2023-05-10' } };
