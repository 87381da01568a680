import type { DomainCommand, Key, Url } from '#kernel';
import type { Capture } from './evidence.state.js';

/** As the desk's own record of it has it. */
export type FileFacts = { readonly bytes: number; readonly mediaType: string };

export type CaptureEvidence = DomainCommand<
  'CaptureEvidence',
  Capture,
  /** Absent if no file is named, or if the desk has none with that hash. */
  { readonly file: FileFacts | undefined }
>;
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

export type EvidenceCommand =
  CaptureEvidence | AcknowledgeArchiveFailure | RetryArchive | RecordArchive | RecordArchiveFailure;
