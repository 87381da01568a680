import type { Capacity, Day, DomainCommand, Instant, Key, Language } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { MemberFacts } from '#features/members';
import type { Finding, PinnedPolicy, PinnedScale } from '#features/standards';
import type { Nature, Stance, Strength } from './check.state.js';

/** Absent: what the command names is not there. */
type Found<Facts> = Facts | undefined;

export type OpenCheck = DomainCommand<
  'OpenCheck',
  { readonly policyId?: Key; readonly dueAt?: Instant },
  { readonly claim: Found<ClaimFacts>; readonly policy: Found<PinnedPolicy> }
>;
export type CaseCommand = OpenCheck;

export type OfferAssignment = DomainCommand<
  'OfferAssignment',
  {
    readonly assignmentId: string;
    readonly memberId: string;
    readonly capacity: Capacity;
    readonly note?: string;
    readonly overLoadReason?: string;
  },
  { readonly member: Found<MemberFacts & { readonly openLoad: number }> }
>;
export type AcceptAssignment = DomainCommand<
  'AcceptAssignment',
  { readonly assignmentId: string },
  { readonly member: Found<MemberFacts> }
>;
export type DeclineAssignment = DomainCommand<
  'DeclineAssignment',
  {
    readonly assignmentId: string;
    readonly code: 'busy' | 'conflict' | 'not_qualified' | 'other';
    readonly note?: string;
  }
>;
export type ExpireOffer = DomainCommand<'ExpireOffer', { readonly assignmentId: string }>;
export type AssignmentCommand = OfferAssignment | AcceptAssignment | DeclineAssignment | ExpireOffer;

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
export type SubmitForReview = DomainCommand<
  'SubmitForReview',
  { readonly proposal: { readonly finding: Finding; readonly strength: Strength; readonly rationale: string } },
  { readonly claim: Found<ClaimFacts>; readonly evidence: readonly EvidenceFacts[] }
>;
export type ResearchCommand = LinkEvidence | SubmitForReview;

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
export type RevealRulings = DomainCommand<'RevealRulings', Record<string, never>>;
export type ReviewCommand = OpenRound | SubmitRuling | AmendRuling | RevealRulings;

export type DraftVerdict = DomainCommand<
  'DraftVerdict',
  {
    readonly title: string;
    readonly claimReviewed: string;
    readonly summary: string;
    readonly body: string;
    readonly language: Language;
    readonly asOf: Day;
    readonly citedLinkIds: readonly string[];
    /** Only where the scale leaves it open (`text-only`): elsewhere it is the label's text. */
    readonly labelText?: string;
    readonly disagreementNote?: string;
    readonly correctionId?: string;
    readonly notice?: string;
    readonly reviewBy?: Day;
  },
  { readonly claim: Found<ClaimFacts> }
>;
type GateFacts = {
  readonly claim: Found<ClaimFacts>;
  readonly evidence: readonly EvidenceFacts[];
  readonly member: Found<MemberFacts>;
};
export type ApproveVerdict = DomainCommand<
  'ApproveVerdict',
  {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly contentHash: string;
    readonly consideredReplyIds: readonly string[];
    readonly waivers: readonly {
      readonly rule: 'reply' | 'sources' | 'archive';
      readonly code: Key;
      readonly note: string;
    }[];
  },
  GateFacts
>;
export type PublishVerdict = DomainCommand<
  'PublishVerdict',
  { readonly versionNo: number; readonly scheduleNo?: number },
  GateFacts
>;
export type VerdictCommand = DraftVerdict | ApproveVerdict | PublishVerdict;

export type CheckCommand = CaseCommand | AssignmentCommand | ResearchCommand | ReviewCommand | VerdictCommand;
