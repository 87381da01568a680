import type { JobDefinition, JobRequest } from './jobs.js';
import type { AnyEvent, OfType, Recorded } from './messages.js';
import type { Instant } from './values.js';

/** What follows from an event, as jobs. It remembers nothing. */
export type Reaction<Event extends AnyEvent> = {
  readonly name: string;
  readonly on: {
    readonly [Type in Event['type']]?: (event: Recorded<OfType<Event, Type>>) => readonly JobRequest[];
  };
};

/** A job ready to be staged. */
export type StagedJob = {
  /** `<name>.<desk>.<key>`: no colon, never a number, which the queue would refuse. */
  readonly id: string;
  readonly job: JobDefinition<unknown>;
  readonly data: JobData<unknown>;
};

export type JobData<Payload> = {
  readonly payload: Payload;
  readonly deskId: number;
  readonly correlationId: string;
  /** `stream@version` of the source event, and when it was recorded. */
  readonly cause: string;
  readonly recordedAt: Instant;
  /** When a timer is due: it is not sent earlier, whatever wakes it. */
  readonly dueAt?: Instant;
};

/** The jobs that follow from an event. */
export const jobsFor = <Event extends AnyEvent>(
  reaction: Reaction<Event>,
  event: Recorded<Event>,
): readonly StagedJob[] => {
  const react = reaction.on[event.type as Event['type']];
  const requests = react?.(event as Recorded<OfType<Event, Event['type']>>) ?? [];
  const { deskId, correlationId, stream, version, recordedAt } = event;
  return requests.map(({ job, key, payload, notBefore: dueAt }) => {
    const due = dueAt === undefined ? {} : { dueAt };
    const data = { payload, deskId, correlationId, cause: `${stream}@${version}`, recordedAt, ...due };
    return { job, id: [job.name, deskId, ...key].join('.'), data };
  });
};
