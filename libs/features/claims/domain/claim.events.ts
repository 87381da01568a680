// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Day, DomainEvent, FuzzyDate, Key, Language, Party, Span, Url } from '#kernel';
import type { Finding, Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { Relation } from './claim.relations.js';
import type { ProposalRefusal, Voice } from './claim.state.js';
import type { QuoteResult } from './quote-check.js';

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

export type ClaimNormalised = DomainEvent<'ClaimNormalised', { readonly text: string; readonly reason: string }>;
export type ClaimAttributed = DomainEvent<
  'ClaimAttributed',
  {
    readonly claimant: Party;
    readonly conveyors: readonly Party[];
    readonly voice: Voice;
    readonly statedOn: FuzzyDate;
    readonly about?: FuzzyDate;
    readonly reason: string;
  }
>;
export type ClaimCheckabilityClassified = DomainEvent<
  'ClaimCheckabilityClassified',
  { readonly checkability: Checkability; readonly fragment?: Span; readonly reason: string }
>;
export type ClaimSeveritySet = DomainEvent<
  'ClaimSeveritySet',
  { readonly severity: Severity; readonly reason: string }
>;
export type ClaimTopicsSet = DomainEvent<'ClaimTopicsSet', { readonly topics: readonly Key[] }>;

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
export type ClaimAppearanceWithdrawn = DomainEvent<
  'ClaimAppearanceWithdrawn',
  { readonly appearanceId: string; readonly reason: string }
>;
export type ClaimSubmissionAttached = DomainEvent<
  'ClaimSubmissionAttached',
  {
    readonly submissionId: string;
    readonly spans: readonly Span[];
    /** In how many submissions it occurs. */
    readonly demand: number;
  }
>;
export type QuoteChecked = DomainEvent<
  'QuoteChecked',
  {
    readonly evidenceId: string;
    readonly primaryText: string;
    readonly translated: boolean;
    readonly result: QuoteResult;
  }
>;

export type ClaimLinked = DomainEvent<
  'ClaimLinked',
  { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation }
>;
export type ClaimUnlinked = DomainEvent<'ClaimUnlinked', { readonly linkId: string; readonly reason: string }>;
/** Nothing moves: who reads it goes on to the other claim. */
export type ClaimMerged = DomainEvent<'ClaimMerged', { readonly intoClaimId: string; readonly reason: string }>;
export type ClaimUnmerged = DomainEvent<'ClaimUnmerged', { readonly reason: string }>;

export type SimilarClaimsSuggested = DomainEvent<
  'SimilarClaimsSuggested',
  {
    readonly matcher: string;
    readonly matcherVersion: string;
    readonly candidates: readonly { readonly claimId: string; readonly score: number }[];
  }
>;
export type SuggestionDismissed = DomainEvent<
  'SuggestionDismissed',
  { readonly claimId: string; readonly reason?: string }
>;
export type ExternalChecksFound = DomainEvent<
  'ExternalChecksFound',
  {
    readonly source: string;
    readonly items: readonly {
      readonly externalKey: string;
      readonly publisher: string;
      readonly url: Url;
      readonly claimText: string;
      readonly label: string;
      readonly finding: Finding | 'unmapped';
      readonly reviewedOn?: Day;
      readonly hash: string;
      /** 1 when it was found first, one more each time that it had changed. */
      readonly revision: number;
    }[];
  }
>;

export type ClaimEvent =
  | ClaimProposed
  | ClaimAccepted
  | ClaimProposalRejected
  | ClaimNormalised
  | ClaimAttributed
  | ClaimCheckabilityClassified
  | ClaimSeveritySet
  | ClaimTopicsSet
  | ClaimAppearanceAdded
  | ClaimAppearanceWithdrawn
  | ClaimSubmissionAttached
  | QuoteChecked
  | ClaimLinked
  | ClaimUnlinked
  | ClaimMerged
  | ClaimUnmerged
  | SimilarClaimsSuggested
  | SuggestionDismissed
  | ExternalChecksFound;
