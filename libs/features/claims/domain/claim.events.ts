// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, FuzzyDate, Key, Language, Party, Span, Url } from '#kernel';
import type { Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { Relation } from './claim.relations.js';
import type { ProposalRefusal, Voice } from './claim.state.js';

export type ClaimProposed = DomainEvent<
  'ClaimProposed',
  {
    readonly submissionId: string;
    readonly revision: number;
    readonly spans: readonly Span[];
    readonly quote: string;
    readonly text: string;
    readonly language: Language;
    readonly claimant: Party;
    readonly conveyors: readonly Party[];
    readonly voice: Voice;
    readonly statedOn: FuzzyDate;
    readonly about?: FuzzyDate;
    /** Of the submission. */
    readonly registeredBy: string;
    readonly by: string;
  }
>;
export type ClaimAccepted = DomainEvent<
  'ClaimAccepted',
  {
    readonly severity: Severity;
    readonly checkability: Checkability;
    readonly fragment?: Span;
    readonly topics?: readonly Key[];
    readonly reason?: string;
    readonly by: string;
  }
>;
export type ClaimProposalRejected = DomainEvent<
  'ClaimProposalRejected',
  { readonly code: ProposalRefusal; readonly note?: string }
>;
export type ClaimLinked = DomainEvent<
  'ClaimLinked',
  { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation }
>;
export type ClaimAppearanceAdded = DomainEvent<
  'ClaimAppearanceAdded',
  {
    readonly appearanceId: string;
    readonly url: Url;
    readonly publisher?: Party;
    readonly appearedOn: FuzzyDate;
    readonly archivedUrl?: Url;
  }
>;

export type ClaimEvent = ClaimProposed | ClaimAccepted | ClaimProposalRejected | ClaimLinked | ClaimAppearanceAdded;
