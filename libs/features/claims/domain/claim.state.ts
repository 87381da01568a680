import type { FuzzyDate, Key, Language, Party, Span } from '#kernel';
import type { Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { ClaimLink } from './claim.relations.js';

export const VOICES = ['quoted', 'reported', 'own', 'unclear'] as const;

/** Whether our source quotes, reports or itself asserts it. */
export type Voice = (typeof VOICES)[number];

export const PROPOSAL_REFUSALS = ['not_a_claim', 'duplicate', 'trivial', 'wrong_span'] as const;
export type ProposalRefusal = (typeof PROPOSAL_REFUSALS)[number];

/** What was proposed, with the wording and the attribution that hold now. */
export type Proposal = {
  readonly submissionId: string;
  readonly spans: readonly Span[];
  readonly quote: string;
  readonly text: string;
  readonly language: Language;
  readonly claimant: Party;
  readonly conveyors: readonly Party[];
  readonly statedOn: FuzzyDate;
  readonly registeredBy: string;
  readonly proposedBy: string;
};

/** What the desk made of it when it took it up, and since. */
export type Assessment = {
  readonly revision: number;
  readonly checkability: Checkability;
  readonly severity: Severity;
  readonly topics: readonly Key[];
  readonly acceptedBy: string;
};

/** How far a check of somebody else, known by its key there, has come to us. */
export type ExternalCheck = {
  readonly source: string;
  readonly externalKey: string;
  readonly hash: string;
  readonly revision: number;
};

/** A claim that the desk took up, whether it still stands for itself or was merged into another. */
export type AcceptedClaim = {
  readonly proposal: Proposal;
  readonly assessment: Assessment;
  /** Those in force. */
  readonly links: readonly ClaimLink[];
  /** Of every link that there was: none is used again. */
  readonly linkIds: readonly string[];
  /** Of every appearance that there was. */
  readonly appearanceIds: readonly string[];
  readonly withdrawnAppearanceIds: readonly string[];
  /** The submissions in which it occurs, the first one first. */
  readonly submissionIds: readonly string[];
  /** Claims that a matcher found similar, and nobody has dismissed. */
  readonly suggestions: readonly string[];
  /** Suggested again, they stay dismissed. */
  readonly dismissed: readonly string[];
  readonly externalChecks: readonly ExternalCheck[];
};

export type ClaimState =
  | { readonly status: 'absent' }
  | { readonly status: 'proposed' | 'rejected'; readonly proposal: Proposal }
  | ({ readonly status: 'accepted' | 'merged' } & AcceptedClaim);

/** The claim in a decision that is possible only once it was accepted. */
export const acceptedIn = (state: ClaimState): AcceptedClaim => {
  if (state.status === 'accepted' || state.status === 'merged') return state;
  throw new Error('Nobody has accepted this claim.');
};

/** The claim with what an event changes in it; events before its acceptance change nothing of it. */
export const changed = (state: ClaimState, change: (claim: AcceptedClaim) => Partial<AcceptedClaim>): ClaimState =>
  state.status === 'accepted' || state.status === 'merged' ? { ...state, ...change(state) } : state;
