import type { DomainCommand, Duration, Instant, Key, Url } from '#kernel';
import type { MemberFacts } from '#features/members';
import type { Capture } from './evidence.state.js';

/** As the desk's own record of it has it. */
export type FileFacts = { readonly bytes: number; readonly mediaType: string };

export type CaptureEvidence = DomainCommand<
  'CaptureEvidence',
  Capture,
  /** Absent if no file is named, or if the desk has none with that hash. */
  { readonly file: FileFacts | undefined }
>;
export type AssessOrigin = DomainCommand<'AssessOrigin', { readonly originGroup: Key; readonly reason: string }>;
export type RestrictAccess = DomainCommand<
  'RestrictAccess',
  { readonly memberIds: readonly string[]; readonly reason: string },
  /** Of those who are named, whoever is known. */
  { readonly members: readonly MemberFacts[] }
>;
export type LiftRestriction = DomainCommand<'LiftRestriction', { readonly reason: string }>;
export type AcknowledgeArchiveFailure = DomainCommand<'AcknowledgeArchiveFailure', { readonly reason: string }>;
export type RetryArchive = DomainCommand<'RetryArchive', Record<string, never>>;
export type RecordArchive = DomainCommand<
  'RecordArchive',
  {
    readonly archiveRun: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly mediaType: string;
    readonly storageKey: string;
    readonly archiveUrl?: Url;
    readonly timestampToken?: string;
    readonly tool: Key;
  }
>;
export type RecordArchiveFailure = DomainCommand<
  'RecordArchiveFailure',
  { readonly archiveRun: number; readonly attempts: number; readonly code: Key; readonly detail: string }
>;

/** Of the desk's own copy, as it is found where it is kept. */
export type RecordIntegrity = DomainCommand<
  'RecordIntegrity',
  { readonly sha256: string },
  {
    readonly verifyEvery: Duration;
    /** When it was found whole last, if that is on record. */
    readonly verifiedAt: Instant | undefined;
  }
>;
/** Of what stands at the address today. */
export type RecordSourceState = DomainCommand<
  'RecordSourceState',
  {
    readonly state: 'same' | 'changed' | 'gone';
    readonly sha256?: string;
    /** To the desk's copy, from 0 to 1. */
    readonly similarity?: number;
    readonly summary?: string;
    readonly httpStatus?: number;
  }
>;

export type EvidenceCommand =
  | CaptureEvidence
  | AssessOrigin
  | RestrictAccess
  | LiftRestriction
  | AcknowledgeArchiveFailure
  | RetryArchive
  | RecordArchive
  | RecordArchiveFailure
  | RecordIntegrity
  | RecordSourceState;
