// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Instant, Key } from '#kernel';
import type { Finding, Pin, PinnedScale } from '#features/standards';
import type { SetAsideReason, Strength } from './check.state.js';

/** On what an opinion or a draft rests. */
export type Pins = {
  readonly evidenceSet: number;
  readonly claimRevision: number;
  readonly scale: Pin;
  readonly policy: Pin;
};
type Opinion = {
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  readonly rationale: string;
  readonly linkIds: readonly string[];
  /** Why it departs from the live finding of a linked claim. */
  readonly departure?: string;
};

export type ReviewRoundOpened = DomainEvent<
  'ReviewRoundOpened',
  {
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
  }
>;
export type RulingSubmitted = DomainEvent<
  'RulingSubmitted',
  Opinion &
    Pins & {
      readonly rulingId: string;
      readonly round: number;
      readonly entry: 1;
      readonly reviewerId: string;
      /** Not revealed earlier. */
      readonly revealAt: Instant;
    }
>;
export type RulingAmended = DomainEvent<
  'RulingAmended',
  Opinion &
    Pins & {
      readonly rulingId: string;
      readonly round: number;
      readonly reason: string;
      readonly entry: number;
      readonly reviewerId: string;
      readonly when: 'sealed' | 'reconciliation';
      /** Of a sealed one. */
      readonly revealAt?: Instant;
    }
>;
/** Its author may rule again, under another id. What he had entered is kept. */
export type RulingWithdrawn = DomainEvent<
  'RulingWithdrawn',
  { readonly rulingId: string; readonly round: number; readonly reason: string; readonly reviewerId: string }
>;
export type RulingsRevealed = DomainEvent<
  'RulingsRevealed',
  { readonly round: number; readonly rulings: readonly { readonly rulingId: string; readonly entry: number }[] }
>;
export type DisagreementFound = DomainEvent<
  'DisagreementFound',
  { readonly round: number; readonly labels: readonly { readonly label: Key; readonly count: number }[] }
>;
export type RoundDecided = DomainEvent<
  'RoundDecided',
  {
    readonly round: number;
    readonly basis: 'unanimous' | 'majority' | 'tie_break' | 'no_consensus';
    readonly label: Key;
    readonly finding: Finding;
    readonly strength: Strength;
    /** Ids of members. */
    readonly agreeing: readonly string[];
    readonly dissenting: readonly string[];
    /** Why it was closed without a consensus. */
    readonly reason?: string;
  }
>;
export type ReconciliationEnded = DomainEvent<
  'ReconciliationEnded',
  { readonly round: number; readonly reason: string }
>;
export type TieBreakRuled = DomainEvent<
  'TieBreakRuled',
  Pins & {
    readonly rulingId: string;
    readonly round: number;
    /** To the rationale of each ruling. */
    readonly answers: readonly { readonly rulingId: string; readonly text: string }[];
    readonly choice: Omit<Opinion, 'departure'> | { readonly noConsensus: true; readonly rationale: string };
    readonly tieBreakerId: string;
  }
>;
/** The tie was not broken: nobody could, or nobody did in time. */
export type RoundDeadlocked = DomainEvent<
  'RoundDeadlocked',
  { readonly round: number; readonly cause: 'no_consensus' | 'unanswered' }
>;
/** The round comes to nothing. What was sealed in it stays sealed until the next reveal. */
export type RoundSetAside = DomainEvent<'RoundSetAside', { readonly round: number; readonly reason: SetAsideReason }>;
export type ReviewEvent =
  | ReviewRoundOpened
  | RulingSubmitted
  | RulingAmended
  | RulingWithdrawn
  | RulingsRevealed
  | DisagreementFound
  | ReconciliationEnded
  | TieBreakRuled
  | RoundDeadlocked
  | RoundDecided
  | RoundSetAside;
