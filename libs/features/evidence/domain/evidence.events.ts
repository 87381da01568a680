// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, FuzzyDate, Key, Language, Party, Url } from '#kernel';
import type { EvidenceKind, GivenFile } from './evidence.state.js';

export type EvidenceCaptured = DomainEvent<
  'EvidenceCaptured',
  {
    readonly kind: EvidenceKind;
    readonly title: string;
    readonly url?: Url;
    readonly publisher?: Party;
    readonly publishedOn?: FuzzyDate;
    readonly heldOn?: FuzzyDate;
    readonly language?: Language;
    readonly originGroup: Key;
    readonly file?: GivenFile;
    readonly note?: string;
    readonly archiveRun: 1;
  }
>;
export type EvidenceOriginAssessed = DomainEvent<
  'EvidenceOriginAssessed',
  { readonly originGroup: Key; readonly reason: string }
>;
export type EvidenceAccessRestricted = DomainEvent<
  'EvidenceAccessRestricted',
  /** Nobody else sees what it says, whatever his role. */
  { readonly memberIds: readonly string[]; readonly reason: string }
>;
export type EvidenceAccessLifted = DomainEvent<'EvidenceAccessLifted', { readonly reason: string }>;
export type EvidenceArchiveRequested = DomainEvent<'EvidenceArchiveRequested', { readonly archiveRun: number }>;
export type EvidenceArchiveFailureAcknowledged = DomainEvent<
  'EvidenceArchiveFailureAcknowledged',
  { readonly reason: string }
>;
export type EvidenceArchived = DomainEvent<
  'EvidenceArchived',
  {
    readonly archiveRun: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly mediaType: string;
    /** Where the desk's file store has it. */
    readonly storageKey: string;
    /** Of a copy that somebody else keeps. */
    readonly archiveUrl?: Url;
    readonly timestampToken?: string;
    readonly tool: Key;
  }
>;
export type EvidenceArchiveFailed = DomainEvent<
  'EvidenceArchiveFailed',
  {
    readonly archiveRun: number;
    readonly attempts: number;
    readonly code: Key;
    readonly detail: string;
  }
>;
export type EvidenceIntegrityVerified = DomainEvent<'EvidenceIntegrityVerified', { readonly sha256: string }>;
export type EvidenceIntegrityBroken = DomainEvent<
  'EvidenceIntegrityBroken',
  { readonly expected: string; readonly found: string }
>;
export type EvidenceDrifted = DomainEvent<
  'EvidenceDrifted',
  {
    readonly state: 'changed';
    readonly sha256?: string;
    readonly similarity?: number;
    readonly summary?: string;
    readonly httpStatus?: number;
  }
>;
export type EvidenceSourceGone = DomainEvent<
  'EvidenceSourceGone',
  {
    readonly state: 'gone';
    readonly sha256?: string;
    readonly similarity?: number;
    readonly summary?: string;
    readonly httpStatus?: number;
  }
>;
export type EvidenceSourceBack = DomainEvent<'EvidenceSourceBack', Record<string, never>>;

export type EvidenceEvent =
  | EvidenceCaptured
  | EvidenceOriginAssessed
  | EvidenceAccessRestricted
  | EvidenceAccessLifted
  | EvidenceArchiveRequested
  | EvidenceArchiveFailureAcknowledged
  | EvidenceArchived
  | EvidenceArchiveFailed
  | EvidenceIntegrityVerified
  | EvidenceIntegrityBroken
  | EvidenceDrifted
  | EvidenceSourceGone
  | EvidenceSourceBack;
