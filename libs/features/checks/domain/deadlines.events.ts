// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Instant, Key } from '#kernel';
import type { EscalationMark } from '#features/standards';
import type { ClockName } from './check.state.js';

/** A mark of a clock was reached: whom it concerns, and what the policy suggests to him. */
type Reached = {
  readonly clock: ClockName;
  readonly no: number;
  readonly run: number;
  readonly mark: Key;
  readonly dueAt: Instant;
  readonly to: EscalationMark['to'];
  readonly suggest?: Key;
};

export type DeadlineApproached = DomainEvent<'DeadlineApproached', Reached>;
export type DeadlineMissed = DomainEvent<'DeadlineMissed', Reached>;
export type CheckEscalated = DomainEvent<'CheckEscalated', Reached>;
export type DeadlineEvent = DeadlineApproached | DeadlineMissed | CheckEscalated;
