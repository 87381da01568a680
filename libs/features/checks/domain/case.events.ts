// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Duration, Instant, Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy, Severity } from '#features/standards';
import type { ConcernKind, NoteAbout, NoteAudience, ShelvingCode, Stage, WithdrawalCode } from './check.state.js';

/** A named instant of a clock. */
export type Mark = { readonly mark: Key; readonly at: Instant };

export type CheckOpened = DomainEvent<
  'CheckOpened',
  { readonly claim: ClaimFacts; readonly policy: PinnedPolicy; readonly severity: Severity; readonly cycle: number }
>;
/** For what the next step has to wait. */
export type PauseReason = 'reply' | 'schedule';

/** Every change of stage, in the same append as what caused it. */
export type StageEntered = DomainEvent<
  'StageEntered',
  {
    /** 1, 2, 3 … over the whole life of the check. */
    readonly no: number;
    readonly run: number;
    readonly stage: Stage;
    readonly dueAt?: Instant;
    readonly marks: readonly Mark[];
    readonly left?: { readonly no: number; readonly stage: Stage; readonly late: boolean };
  }
>;
export type DueDateSet = DomainEvent<
  'DueDateSet',
  {
    readonly cycle: number;
    readonly run: number;
    readonly dueAt: Instant;
    readonly marks: readonly Mark[];
    readonly reason?: string;
  }
>;
/** The clock of the stage stands still: what is left is kept in working time. */
export type StagePaused = DomainEvent<
  'StagePaused',
  { readonly no: number; readonly run: number; readonly remaining: Duration; readonly reason: PauseReason }
>;
export type StageResumed = DomainEvent<
  'StageResumed',
  { readonly no: number; readonly run: number; readonly dueAt: Instant; readonly marks: readonly Mark[] }
>;
export type StageExtended = DomainEvent<
  'StageExtended',
  {
    readonly no: number;
    readonly run: number;
    readonly dueAt: Instant;
    readonly marks: readonly Mark[];
    readonly reason: string;
  }
>;
export type CheckSeveritySet = DomainEvent<
  'CheckSeveritySet',
  {
    readonly severity: Severity;
    readonly reason: string;
    /** How many reviewers the next full round needs. */
    readonly quorum: number;
  }
>;
/** It rests, and may be taken up again. */
export type CheckShelved = DomainEvent<
  'CheckShelved',
  { readonly code: ShelvingCode; readonly note: string; readonly from: Stage }
>;
export type CheckWithdrawn = DomainEvent<
  'CheckWithdrawn',
  { readonly code: WithdrawalCode; readonly note: string; readonly from: Stage }
>;
export type CheckResumed = DomainEvent<'CheckResumed', { readonly reason: string }>;
/** What was decided or being decided comes to nothing, and the research goes on. */
export type CheckReturnedToResearch = DomainEvent<
  'CheckReturnedToResearch',
  { readonly reason: string; readonly from: Stage }
>;
export type NoteAdded = DomainEvent<
  'NoteAdded',
  {
    readonly noteId: string;
    readonly about?: NoteAbout;
    readonly text: string;
    readonly audience: NoteAudience;
  }
>;
export type ConcernRaised = DomainEvent<
  'ConcernRaised',
  { readonly concernId: string; readonly kind: ConcernKind; readonly ref?: string; readonly text: string }
>;
export type ConcernDismissed = DomainEvent<'ConcernDismissed', { readonly concernId: string; readonly reason: string }>;
export type CaseEvent =
  | CheckOpened
  | StageEntered
  | DueDateSet
  | StagePaused
  | StageResumed
  | StageExtended
  | CheckSeveritySet
  | CheckReturnedToResearch
  | CheckShelved
  | CheckWithdrawn
  | CheckResumed
  | NoteAdded
  | ConcernRaised
  | ConcernDismissed;
