import type { DomainCommand } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { Finding } from '#features/standards';
import type { Nature, Stance, Strength } from './check.state.js';
import type { Found } from './found.js';

export type LinkEvidence = DomainCommand<
  'LinkEvidence',
  {
    readonly linkId: string;
    readonly evidenceId: string;
    readonly stance: Stance;
    readonly nature: Nature;
    readonly weight: Strength;
    readonly quote?: string;
    readonly locator?: string;
    readonly note?: string;
  },
  { readonly evidence: Found<EvidenceFacts> }
>;
export type ReassessEvidence = DomainCommand<
  'ReassessEvidence',
  {
    readonly linkId: string;
    readonly stance: Stance;
    readonly nature: Nature;
    readonly weight: Strength;
    readonly note?: string;
    readonly reason: string;
  },
  { readonly evidence: Found<EvidenceFacts> }
>;
export type UnlinkEvidence = DomainCommand<'UnlinkEvidence', { readonly linkId: string; readonly reason: string }>;
export type AskQuestion = DomainCommand<'AskQuestion', { readonly questionId: string; readonly text: string }>;
export type AnswerQuestion = DomainCommand<
  'AnswerQuestion',
  { readonly questionId: string; readonly answer: string; readonly linkIds: readonly string[] }
>;
export type WithdrawQuestion = DomainCommand<
  'WithdrawQuestion',
  { readonly questionId: string; readonly reason: string }
>;
export type SubmitForReview = DomainCommand<
  'SubmitForReview',
  { readonly proposal: { readonly finding: Finding; readonly strength: Strength; readonly rationale: string } },
  { readonly claim: Found<ClaimFacts>; readonly evidence: readonly EvidenceFacts[] }
>;
export type ResearchCommand =
  LinkEvidence | ReassessEvidence | UnlinkEvidence | AskQuestion | AnswerQuestion | WithdrawQuestion | SubmitForReview;
