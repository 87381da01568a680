// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Day, DomainEvent, Instant, Key, Language } from '#kernel';
import type { Finding } from '#features/standards';
import type { Strength } from './check.state.js';
import type { Pins } from './review.events.js';

export type VerdictDrafted = DomainEvent<
  'VerdictDrafted',
  Pins & {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly title: string;
    readonly claimReviewed: string;
    readonly summary: string;
    readonly body: string;
    readonly language: Language;
    readonly asOf: Day;
    readonly citedLinkIds: readonly string[];
    readonly disagreementNote?: string;
    readonly correctionId?: string;
    readonly notice?: string;
    readonly reviewBy: Day;
    readonly label: Key;
    readonly labelText: string;
    readonly finding: Finding;
    readonly strength: Strength;
    readonly round: number;
    readonly contentHash: string;
    readonly by: string;
  }
>;
export type Waiver = { readonly rule: 'reply' | 'sources' | 'archive'; readonly code: Key; readonly note: string };
export type VerdictApproved = DomainEvent<
  'VerdictApproved',
  {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly contentHash: string;
    readonly consideredReplyIds: readonly string[];
    readonly waivers: readonly Waiver[];
    readonly approverId: string;
    readonly originGroups: readonly Key[];
    readonly independentGroups: readonly Key[];
    readonly claimRevision: number;
  }
>;
export type VerdictApprovalRefused = DomainEvent<
  'VerdictApprovalRefused',
  { readonly versionNo: number; readonly draftNo: number; readonly reason: string }
>;
export type VerdictApprovalWithdrawn = DomainEvent<
  'VerdictApprovalWithdrawn',
  { readonly versionNo: number; readonly reason: string }
>;
export type VerdictScheduled = DomainEvent<
  'VerdictScheduled',
  { readonly versionNo: number; readonly scheduleNo: number; readonly publishAt: Instant }
>;
export type VerdictScheduleCancelled = DomainEvent<
  'VerdictScheduleCancelled',
  { readonly versionNo: number; readonly scheduleNo: number; readonly reason: string }
>;
/** The scheduled publication was refused at its time: the code says why. */
export type PublicationHeld = DomainEvent<
  'PublicationHeld',
  { readonly versionNo: number; readonly scheduleNo: number; readonly code: string }
>;
/** What makes a desk look again at what it has published. */
export type Trigger = {
  readonly kind: 'new_evidence' | 'concern' | 'complaint' | 'expiry' | 'internal_review';
  readonly ref?: string;
};
export type VerdictPublished = DomainEvent<
  'VerdictPublished',
  {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly contentHash: string;
    /** A path: made absolute with the desk's publication settings when shown. */
    readonly url: string;
    readonly versionUrl: string;
    readonly supersedes?: number;
    readonly correctionId?: string;
    /** Of that correction. */
    readonly trigger?: Trigger;
    readonly reviewBy: Day;
    /** The first instant of that day at the desk. */
    readonly expiresAt: Instant;
  }
>;
/** The day has come on which the version was to be looked at again. */
export type VerdictExpired = DomainEvent<'VerdictExpired', { readonly versionNo: number; readonly reviewBy: Day }>;
export type VerdictEvent =
  | VerdictDrafted
  | VerdictApproved
  | VerdictApprovalRefused
  | VerdictApprovalWithdrawn
  | VerdictScheduled
  | VerdictScheduleCancelled
  | PublicationHeld
  | VerdictPublished
  | VerdictExpired;
