import type { Day, DomainCommand, Instant, Key, Language } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { MemberFacts } from '#features/members';
import type { Found } from './found.js';

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
type SignerFacts = { readonly claim: Found<ClaimFacts>; readonly member: Found<MemberFacts> };
export type RefuseApproval = DomainCommand<
  'RefuseApproval',
  { readonly versionNo: number; readonly draftNo: number; readonly reason: string },
  SignerFacts
>;
export type WithdrawApproval = DomainCommand<
  'WithdrawApproval',
  { readonly versionNo: number; readonly reason: string }
>;
export type ScheduleVerdict = DomainCommand<
  'ScheduleVerdict',
  { readonly versionNo: number; readonly publishAt: Instant },
  SignerFacts
>;
export type CancelSchedule = DomainCommand<'CancelSchedule', { readonly versionNo: number; readonly reason: string }>;
export type PublishVerdict = DomainCommand<
  'PublishVerdict',
  { readonly versionNo: number; readonly scheduleNo?: number },
  GateFacts
>;
/** The code is that of the refusal, or `failed`. */
export type HoldPublication = DomainCommand<
  'HoldPublication',
  { readonly versionNo: number; readonly scheduleNo: number; readonly code: string }
>;
export type MarkVerdictExpired = DomainCommand<
  'MarkVerdictExpired',
  { readonly versionNo: number; readonly reviewBy: Day }
>;
export type VerdictCommand =
  | DraftVerdict
  | ApproveVerdict
  | RefuseApproval
  | WithdrawApproval
  | ScheduleVerdict
  | CancelSchedule
  | PublishVerdict
  | HoldPublication
  | MarkVerdictExpired;
