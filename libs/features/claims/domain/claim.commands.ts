import type { Day, DomainCommand, FuzzyDate, Key, Language, Party, Span, Url } from '#kernel';
import type { Finding, Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { ClaimStatus } from './claim.facts.js';
import type { Relation } from './claim.relations.js';
import type { ProposalRefusal, Voice } from './claim.state.js';
import type { Candidate } from './similar-claims.js';
import type { SubmissionFacts } from './submission.state.js';

export type ProposeClaim = DomainCommand<
  'ProposeClaim',
  {
    readonly submissionId: string;
    readonly revision: number;
    /** Ascending and disjoint. */
    readonly spans: readonly Span[];
    /** The text at the spans, joined by ` … `. */
    readonly quote: string;
    readonly text: string;
    readonly language: Language;
    readonly claimant: Party;
    /** Nearest the claimant first. */
    readonly conveyors: readonly Party[];
    readonly voice: Voice;
    readonly statedOn: FuzzyDate;
    readonly about?: FuzzyDate;
  },
  { readonly submission: SubmissionFacts | undefined }
>;
export type AcceptClaim = DomainCommand<
  'AcceptClaim',
  {
    readonly severity: Severity;
    readonly checkability: Checkability;
    /** The factual part, if only that is. */
    readonly fragment?: Span;
    readonly topics?: readonly Key[];
    /** Needed when the proposal was rejected before. */
    readonly reason?: string;
  }
>;
export type RejectProposal = DomainCommand<
  'RejectProposal',
  { readonly code: ProposalRefusal; readonly note?: string }
>;

export type NormaliseClaim = DomainCommand<'NormaliseClaim', { readonly text: string; readonly reason: string }>;
/** All of it anew: what is left out does not hold any more. */
export type AttributeClaim = DomainCommand<
  'AttributeClaim',
  {
    readonly claimant: Party;
    /** Nearest the claimant first. */
    readonly conveyors: readonly Party[];
    readonly voice: Voice;
    readonly statedOn: FuzzyDate;
    readonly about?: FuzzyDate;
    readonly reason: string;
  }
>;
export type ClassifyCheckability = DomainCommand<
  'ClassifyCheckability',
  { readonly checkability: Checkability; readonly fragment?: Span; readonly reason: string }
>;
export type SetClaimSeverity = DomainCommand<
  'SetClaimSeverity',
  { readonly severity: Severity; readonly reason: string }
>;
export type SetClaimTopics = DomainCommand<'SetClaimTopics', { readonly topics: readonly Key[] }>;

export type AddAppearance = DomainCommand<
  'AddAppearance',
  {
    readonly appearanceId: string;
    readonly url: Url;
    readonly publisher?: Party;
    readonly appearedOn: FuzzyDate;
    readonly archivedUrl?: Url;
  }
>;
export type WithdrawAppearance = DomainCommand<
  'WithdrawAppearance',
  { readonly appearanceId: string; readonly reason: string }
>;
export type AttachSubmission = DomainCommand<
  'AttachSubmission',
  {
    readonly submissionId: string;
    /** In its last revision. */
    readonly spans: readonly Span[];
  },
  { readonly submission: SubmissionFacts | undefined }
>;
export type RecordQuoteCheck = DomainCommand<
  'RecordQuoteCheck',
  {
    readonly evidenceId: string;
    /** The words of the source that correspond to the quote. */
    readonly primaryText: string;
    readonly translated: boolean;
  }
>;

export type LinkClaim = DomainCommand<
  'LinkClaim',
  { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation },
  {
    /** Absent if there is no such claim. */
    readonly target: { readonly relationsToThis: readonly Relation[] } | undefined;
  }
>;
export type UnlinkClaim = DomainCommand<'UnlinkClaim', { readonly linkId: string; readonly reason: string }>;
export type MergeClaim = DomainCommand<
  'MergeClaim',
  { readonly intoClaimId: string; readonly reason: string },
  {
    /** Absent if there is no such claim. */
    readonly target: { readonly status: ClaimStatus } | undefined;
    /** Of the check of the claim that is merged; absent if it has none. */
    readonly stage: string | undefined;
  }
>;
export type UnmergeClaim = DomainCommand<'UnmergeClaim', { readonly reason: string }>;

export type RecordSimilarClaims = DomainCommand<
  'RecordSimilarClaims',
  { readonly matcher: string; readonly matcherVersion: string; readonly candidates: readonly Candidate[] }
>;
export type DismissSuggestion = DomainCommand<
  'DismissSuggestion',
  { readonly claimId: string; readonly reason?: string }
>;
export type RecordExternalChecks = DomainCommand<
  'RecordExternalChecks',
  {
    readonly source: string;
    readonly items: readonly {
      /** What the source calls it. */
      readonly externalKey: string;
      readonly publisher: string;
      readonly url: Url;
      readonly claimText: string;
      readonly label: string;
      readonly finding: Finding | 'unmapped';
      readonly reviewedOn?: Day;
      /** Of all that it says: another one is a new revision. */
      readonly hash: string;
    }[];
  }
>;

export type ClaimCommand =
  | ProposeClaim
  | AcceptClaim
  | RejectProposal
  | NormaliseClaim
  | AttributeClaim
  | ClassifyCheckability
  | SetClaimSeverity
  | SetClaimTopics
  | AddAppearance
  | WithdrawAppearance
  | AttachSubmission
  | RecordQuoteCheck
  | LinkClaim
  | UnlinkClaim
  | MergeClaim
  | UnmergeClaim
  | RecordSimilarClaims
  | DismissSuggestion
  | RecordExternalChecks;
