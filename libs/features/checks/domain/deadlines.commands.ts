import type { DomainCommand, Key } from '#kernel';
import type { ClockName } from './check.state.js';

export type MarkDeadline = DomainCommand<
  'MarkDeadline',
  {
    readonly clock: ClockName;
    /** Of the stage, or for the clock of the case its cycle. */
    readonly no: number;
    readonly run: number;
    readonly mark: Key;
  }
>;
export type DeadlineCommand = MarkDeadline;
