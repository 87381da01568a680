import type { AnyCommand, AnyEvent, DataOf, OfType } from './messages.js';
import type { Stream } from './stream.js';
import type { Instant } from './values.js';

/** How often and how patiently a job is tried again: timers, calls to the network, deliveries. */
export type Retry = 'timer' | 'network' | 'delivery';

export type JobDefinition<Payload> = {
  readonly queue: string;
  readonly name: string;
  readonly retry: Retry;
  /** Never set: it carries the type. */
  readonly payload?: Payload;
};

export type PayloadOf<Job> = Job extends JobDefinition<infer Payload> ? Payload : never;

export const defineJob = <Payload>(job: JobDefinition<Payload>): JobDefinition<Payload> => job;

/** What the job of a timer carries: one command, whose envelope it makes when it runs. */
export type Intent<Data> = {
  readonly category: string;
  readonly id: string;
  readonly command: string;
  readonly data: Data;
};

/** A job that only sends one command. If that comes too late, the decider returns no events. */
export type Timer<Data> = JobDefinition<Intent<Data>> & { readonly category: string; readonly command: string };

export const defineTimer = <
  State,
  Place extends string,
  Command extends AnyCommand,
  Event extends AnyEvent,
  Type extends Command['type'],
>(
  name: string,
  { decider: { category } }: Stream<State, Place, Command, Event>,
  command: Type,
): Timer<DataOf<OfType<Command, Type>>> => ({ queue: 'timers', name, retry: 'timer', category, command });

/** Parts that, with the job's name and the desk, make its id: the same work has the same id for ever. */
export type JobKey = readonly (string | number)[];

export type JobRequest = {
  readonly job: JobDefinition<unknown>;
  readonly key: JobKey;
  readonly payload: unknown;
  readonly notBefore?: Instant;
};

/** At once, or not before an instant that stands in the event. */
export const enqueue = <Payload>(
  job: JobDefinition<Payload>,
  { key, payload, at }: { readonly key: JobKey; readonly payload: Payload; readonly at?: Instant },
): JobRequest => ({ job, key, payload, ...(at === undefined ? {} : { notBefore: at }) });

/** Sends the timer's command to stream `id` at an instant. It stands in the event, so that the log can rebuild the timer. */
export const setTimer = <Data>(
  { category, command, ...job }: Timer<Data>,
  { key, at, id, data }: { readonly key: JobKey; readonly at: Instant; readonly id: string; readonly data: Data },
): JobRequest => ({ job, key, notBefore: at, payload: { category, id, command, data } });
