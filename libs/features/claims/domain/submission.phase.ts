import type { Absent, Phase } from '#kernel';
import type { SubmissionCommand } from './submission.commands.js';
import type { SubmissionEvent } from './submission.events.js';
import type { SubmissionState } from './submission.state.js';

export type SubmissionPlace = Exclude<SubmissionState['status'], Absent>;

/** The rules of one part of intake, and what its own events change. */
export type SubmissionPhase<Command extends SubmissionCommand, Event extends SubmissionEvent> = Phase<
  SubmissionState,
  SubmissionPlace,
  Command,
  Event,
  SubmissionEvent
>;

/** Wherever it stands, as long as it is there. */
export const ANYWHERE = ['received', 'triaged', 'declined', 'duplicate'] as const satisfies readonly SubmissionPlace[];
