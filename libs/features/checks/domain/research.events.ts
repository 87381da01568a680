// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Key } from '#kernel';
import type { Finding } from '#features/standards';
import type { Nature, Stance, Strength } from './check.state.js';

export type EvidenceLinked = DomainEvent<
  'EvidenceLinked',
  {
    readonly linkId: string;
    readonly evidenceId: string;
    readonly stance: Stance;
    readonly nature: Nature;
    readonly weight: Strength;
    readonly quote?: string;
    readonly locator?: string;
    readonly note?: string;
    readonly originGroup: Key;
    /** The number of the evidence set that this link makes. */
    readonly evidenceSet: number;
    readonly by: string;
  }
>;
export type EvidenceReassessed = DomainEvent<
  'EvidenceReassessed',
  {
    readonly linkId: string;
    readonly stance: Stance;
    readonly nature: Nature;
    readonly weight: Strength;
    readonly note?: string;
    readonly reason: string;
    /** As the evidence says now: it may have been assessed since. */
    readonly originGroup: Key;
    readonly evidenceSet: number;
    readonly by: string;
  }
>;
export type EvidenceUnlinked = DomainEvent<
  'EvidenceUnlinked',
  { readonly linkId: string; readonly reason: string; readonly evidenceSet: number; readonly by: string }
>;
export type QuestionAsked = DomainEvent<'QuestionAsked', { readonly questionId: string; readonly text: string }>;
export type QuestionAnswered = DomainEvent<
  'QuestionAnswered',
  {
    readonly questionId: string;
    readonly answer: string;
    readonly linkIds: readonly string[];
    readonly by: string;
  }
>;
export type QuestionWithdrawn = DomainEvent<
  'QuestionWithdrawn',
  { readonly questionId: string; readonly reason: string }
>;
export type CheckSubmittedForReview = DomainEvent<
  'CheckSubmittedForReview',
  {
    readonly proposal: { readonly finding: Finding; readonly strength: Strength; readonly rationale: string };
    readonly evidenceSet: number;
    readonly claimRevision: number;
    readonly openQuestionIds: readonly string[];
  }
>;
export type ResearchEvent =
  | EvidenceLinked
  | EvidenceReassessed
  | EvidenceUnlinked
  | QuestionAsked
  | QuestionAnswered
  | QuestionWithdrawn
  | CheckSubmittedForReview;
