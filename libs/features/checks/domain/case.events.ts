// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Instant, Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy, Severity } from '#features/standards';
import type { Stage } from './check.state.js';

/** A named instant of a clock. */
export type Mark = { readonly mark: Key; readonly at: Instant };

export type CheckOpened = DomainEvent<
  'CheckOpened',
  { readonly claim: ClaimFacts; readonly policy: PinnedPolicy; readonly severity: Severity; readonly cycle: number }
>;
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
export type CaseEvent = CheckOpened | StageEntered | DueDateSet;
