import type { FuzzyDate, Key, Language, Party, Span } from '#kernel';
import type { Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { ClaimLink } from './claim.relations.js';

export const VOICES = ['quoted', 'reported', 'own', 'unclear'] as const;

/** Whether our source quotes, reports or itself asserts it. */
export type Voice = (typeof VOICES)[number];

export const PROPOSAL_REFUSALS = ['not_a_claim', 'duplicate', 'trivial', 'wrong_span'] as const;
export type ProposalRefusal = (typeof PROPOSAL_REFUSALS)[number];

/** What was proposed. */
export type Proposal = {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly language: Language;
  readonly claimant: Party;
  readonly conveyors: readonly Party[];
  readonly statedOn: FuzzyDate;
  readonly registeredBy: string;
  readonly proposedBy: string;
};

/** What the desk made of it when it took it up. */
export type Assessment = {
  readonly revision: number;
  readonly checkability: Checkability;
  readonly severity: Severity;
  readonly topics: readonly Key[];
  readonly acceptedBy: string;
};

export type ClaimState =
  | { readonly status: 'absent' }
  | { readonly status: 'proposed' | 'rejected'; readonly proposal: Proposal }
  | {
      readonly status: 'accepted';
      readonly proposal: Proposal;
      readonly assessment: Assessment;
      readonly links: readonly ClaimLink[];
      readonly appearanceIds: readonly string[];
    };
