import type { DomainCommand, Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { MemberFacts } from '#features/members';
import type { Finding, PinnedScale } from '#features/standards';
import type { Strength } from './check.state.js';
import type { Found } from './found.js';

export type Opinion = {
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  readonly rationale: string;
  readonly linkIds: readonly string[];
  /** Why it departs from the live finding of a linked claim. */
  readonly departure?: string;
};
/** The live finding of a claim that is a variant of this one, or repeats it. */
export type Precedent = { readonly checkId: string; readonly finding: Finding };

export type OpenRound = DomainCommand<
  'OpenRound',
  { readonly purpose: 'full' | 'confirm'; readonly reviewers: readonly string[] },
  {
    readonly claim: Found<ClaimFacts>;
    /** Of the reviewers named, those who exist. */
    readonly members: readonly MemberFacts[];
    readonly scale: Found<PinnedScale>;
  }
>;
type RulingFacts = { readonly member: Found<MemberFacts>; readonly precedents: readonly Precedent[] };
export type SubmitRuling = DomainCommand<
  'SubmitRuling',
  Opinion & { readonly rulingId: string; readonly round: number },
  RulingFacts
>;
export type AmendRuling = DomainCommand<
  'AmendRuling',
  Opinion & { readonly rulingId: string; readonly reason: string },
  RulingFacts
>;
export type WithdrawRuling = DomainCommand<'WithdrawRuling', { readonly rulingId: string; readonly reason: string }>;
export type RevealRulings = DomainCommand<'RevealRulings', Record<string, never>>;
export type EndReconciliation = DomainCommand<'EndReconciliation', { readonly reason: string }>;
export type RecordTieBreak = DomainCommand<
  'RecordTieBreak',
  {
    readonly rulingId: string;
    readonly round: number;
    /** What is said to each rationale. */
    readonly answers: readonly { readonly rulingId: string; readonly text: string }[];
    readonly choice: Omit<Opinion, 'departure'> | { readonly noConsensus: true; readonly rationale: string };
  },
  { readonly member: Found<MemberFacts> }
>;
export type CloseRound = DomainCommand<'CloseRound', { readonly round: number; readonly reason: string }>;
export type ReviewCommand =
  | OpenRound
  | SubmitRuling
  | AmendRuling
  | WithdrawRuling
  | RevealRulings
  | EndReconciliation
  | RecordTieBreak
  | CloseRound;
