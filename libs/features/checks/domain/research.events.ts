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
export type CheckSubmittedForReview = DomainEvent<
  'CheckSubmittedForReview',
  {
    readonly proposal: { readonly finding: Finding; readonly strength: Strength; readonly rationale: string };
    readonly evidenceSet: number;
    readonly claimRevision: number;
    readonly openQuestionIds: readonly string[];
  }
>;
export type ResearchEvent = EvidenceLinked | CheckSubmittedForReview;
