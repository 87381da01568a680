import type { Actor, Instant } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { PinnedPolicy } from '#features/standards';

/** What surrounds a check while somebody works on it. */
export type World = {
  readonly now: Instant;
  readonly people: readonly Actor[];
  /** Who has declared an interest in the claimant. */
  readonly interested: readonly string[];
  readonly claim: ClaimFacts;
  readonly evidence: readonly EvidenceFacts[];
  readonly policy: PinnedPolicy;
};

/** Numbers that choose: what is done, by whom, to which of several things, and how. */
export type Move = {
  readonly what: number;
  readonly who: number;
  readonly which: number;
  readonly how: number;
  readonly minutes: number;
  /** Whether it is one of the next things that a newsroom would do, or just anything. */
  readonly isSensible: boolean;
};

/** One of them, by any number. */
export const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};
