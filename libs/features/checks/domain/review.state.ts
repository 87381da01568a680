import type { Instant, Key } from '#kernel';
import type { Finding, Pin, PinnedScale } from '#features/standards';
import type { Strength } from './research.state.js';

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
  readonly purpose: 'full' | 'confirm';
  readonly reviewers: readonly string[];
  readonly quorum: number;
  readonly agreement: 'unanimous' | 'majority';
  readonly blind: boolean;
  readonly evidenceSet: number;
  readonly claimRevision: number;
  readonly scale: PinnedScale;
  readonly policy: Pin;
  /** Those that count. */
  readonly rulings: readonly Ruling[];
  /** Withdrawn, or set aside when their author left. */
  readonly former: readonly Pick<Ruling, 'rulingId' | 'reviewerId'>[];
  readonly disagreed: boolean;
  /** Whether he broke the tie or found no consensus. */
  readonly tieBreakerId?: string;
  readonly outcome?: Outcome;
  /** Why it came to nothing. */
  readonly setAside?: SetAsideReason;
};

/** What is still to be known of a round once another has begun: who is bound by it until the next reveal. */
export type EarlierRound = Pick<Round, 'round' | 'reviewers' | 'blind'> & {
  /** Whose rulings in it were set aside when they left. */
  readonly leavers: readonly string[];
};

export const SET_ASIDE_REASONS = [
  'returned',
  'recusal',
  'reviewers_lost',
  'departs_from_live',
  'shelved',
  'withdrawn',
  'concluded',
] as const;

/** Why a round is set aside. */
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];
