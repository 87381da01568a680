import type { DomainCommand, Instant, Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy, Severity } from '#features/standards';
import type { ConcernKind, NoteAbout, NoteAudience, ShelvingCode, WithdrawalCode } from './check.state.js';
import type { Found } from './found.js';

export type OpenCheck = DomainCommand<
  'OpenCheck',
  { readonly policyId?: Key; readonly dueAt?: Instant },
  { readonly claim: Found<ClaimFacts>; readonly policy: Found<PinnedPolicy> }
>;
export type SetCheckSeverity = DomainCommand<
  'SetCheckSeverity',
  { readonly severity: Severity; readonly reason: string }
>;
export type SetDueDate = DomainCommand<'SetDueDate', { readonly dueAt: Instant; readonly reason?: string }>;
export type ExtendStage = DomainCommand<'ExtendStage', { readonly dueAt: Instant; readonly reason: string }>;
export type ReturnToResearch = DomainCommand<'ReturnToResearch', { readonly reason: string }>;
export type AddNote = DomainCommand<
  'AddNote',
  {
    readonly noteId: string;
    readonly about?: NoteAbout;
    readonly text: string;
    readonly audience: NoteAudience;
  }
>;
export type RaiseConcern = DomainCommand<
  'RaiseConcern',
  {
    readonly concernId: string;
    readonly kind: ConcernKind;
    /** What gave rise to it. */
    readonly ref?: string;
    readonly text: string;
  }
>;
export type DismissConcern = DomainCommand<'DismissConcern', { readonly concernId: string; readonly reason: string }>;
export type ShelveCheck = DomainCommand<'ShelveCheck', { readonly code: ShelvingCode; readonly note: string }>;
export type WithdrawCheck = DomainCommand<'WithdrawCheck', { readonly code: WithdrawalCode; readonly note: string }>;
export type ResumeCheck = DomainCommand<
  'ResumeCheck',
  { readonly reason: string },
  { readonly claim: Found<ClaimFacts> }
>;
export type CaseCommand =
  | OpenCheck
  | SetCheckSeverity
  | SetDueDate
  | ExtendStage
  | ReturnToResearch
  | ShelveCheck
  | WithdrawCheck
  | ResumeCheck
  | AddNote
  | RaiseConcern
  | DismissConcern;
