import type { Capacity, Instant, Key } from '#kernel';
import type { People } from '#features/members';
import type { Finding, Pin, PinnedPolicy, PinnedScale, PolicyRules, Severity } from '#features/standards';

export const STAGES = [
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
] as const;

/** Where a check stands. */
export type Stage = (typeof STAGES)[number];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const NATURES = ['record', 'data', 'analysis', 'witness', 'assertion'] as const;

/** What a link can prove. A bare assertion or denial is `assertion`, and never adds an independent source. */
export type Nature = (typeof NATURES)[number];

export const STRENGTHS = ['low', 'medium', 'high'] as const;
export type Strength = (typeof STRENGTHS)[number];

export type Assignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly expiresAt: Instant;
  /** An offer stays open until somebody answers it or `AssignmentExpired` says that nobody did. */
  readonly status: 'offered' | 'accepted' | 'declined' | 'expired' | 'completed';
};

export type Link = {
  readonly linkId: string;
  readonly evidenceId: string;
  readonly stance: Stance;
  readonly nature: Nature;
  readonly originGroup: Key;
};

/** What a ruling says now; its earlier entries are in the events. */
export type Ruling = {
  readonly rulingId: string;
  readonly reviewerId: string;
  readonly entry: number;
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  /** The latest of its sealed entries. */
  readonly revealAt: Instant;
};

/** How a round came out. */
export type Outcome = {
  readonly basis: 'unanimous' | 'majority' | 'tie_break' | 'no_consensus';
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  /** Ids of members. */
  readonly agreeing: readonly string[];
  readonly dissenting: readonly string[];
};

export type Round = {
  readonly round: number;
  readonly reviewers: readonly string[];
  readonly quorum: number;
  readonly agreement: 'unanimous' | 'majority';
  readonly blind: boolean;
  readonly evidenceSet: number;
  readonly claimRevision: number;
  readonly scale: PinnedScale;
  readonly policy: Pin;
  readonly rulings: readonly Ruling[];
  readonly disagreed: boolean;
  readonly outcome?: Outcome;
};

export type Draft = {
  readonly versionNo: number;
  readonly draftNo: number;
  readonly contentHash: string;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
  readonly reviewBy: string;
  readonly claimRevision: number;
  readonly approval?: {
    readonly approverId: string;
    readonly claimRevision: number;
    readonly waived: readonly ('reply' | 'sources' | 'archive')[];
  };
};

/** What the desk has published. */
export type Version = {
  readonly versionNo: number;
  readonly draftNo: number;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
};

/** Only what a later decision reads, and what tells who may see what. */
export type CheckState = {
  readonly policy?: PinnedPolicy;
  readonly severity: Severity;
  readonly stage?: { readonly no: number; readonly name: Stage; readonly dueAt?: Instant };
  readonly assignments: readonly Assignment[];
  readonly links: readonly Link[];
  /** 0 before the first link. */
  readonly evidenceSet: number;
  /** Evidence sets of the proposals that nobody has seen beside the rulings yet. */
  readonly sealedProposals: readonly number[];
  /** The latest: its number is how many there were. */
  readonly round?: Round;
  /** The latest round whose rulings were opened, with all before it. */
  readonly revealedRound: number;
  /** Of every round. */
  readonly rulingIds: readonly string[];
  /** The latest: open while no version has its number. */
  readonly draft?: Draft;
  readonly versions: readonly Version[];
  readonly people: People;
};

/** The policy to which an open check is pinned. */
export const policyOf = ({ policy }: CheckState): PinnedPolicy => {
  if (policy === undefined) throw new Error('Only an open check has a policy.');
  return policy;
};

export const rulesOf = (state: CheckState): PolicyRules => policyOf(state).rules;

/** The round at hand, from the first one on. */
export const roundOf = ({ round }: CheckState): Round => {
  if (round === undefined) throw new Error('No round was opened.');
  return round;
};

/** The round at hand with its outcome, once it has one. */
export const decidedOf = (state: CheckState): Round & { readonly outcome: Outcome } => {
  const { outcome, ...round } = roundOf(state);
  if (outcome === undefined) throw new Error('The round is not decided.');
  return { ...round, outcome };
};

/** What readers see as the desk's word. */
export const liveOf = ({ versions }: CheckState): Version | undefined => versions.at(-1);

/** The linked evidence of these links, or of all. */
export const evidenceIdsOf = (
  { links }: CheckState,
  linkIds: readonly string[] = links.map(({ linkId }) => linkId),
): readonly string[] => links.filter(({ linkId }) => linkIds.includes(linkId)).map(({ evidenceId }) => evidenceId);
