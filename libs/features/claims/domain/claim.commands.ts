import type { DomainCommand, FuzzyDate, Key, Language, Party, Span, Url } from '#kernel';
import type { Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { Relation } from './claim.relations.js';
import type { ProposalRefusal, Voice } from './claim.state.js';
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
export type LinkClaim = DomainCommand<
  'LinkClaim',
  { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation },
  {
    /** Absent if there is no such claim. */
    readonly target: { readonly relationsToThis: readonly Relation[] } | undefined;
  }
>;
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

export type ClaimCommand = ProposeClaim | AcceptClaim | RejectProposal | LinkClaim | AddAppearance;
