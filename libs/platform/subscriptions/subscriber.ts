import type { EntityManager } from 'typeorm';
import { jobsFor } from '#kernel';
import type { AnyEvent, Reaction, Recorded } from '#kernel';
import type { JobStager } from '#platform/jobs';
import { schemaOf, subscriptionOf } from './projection.js';
import type { AnyProjection, Projection } from './projection.js';
import { RowBuffer } from './row-buffer.js';
import { isPassing } from './trouble.js';

/** What a subscription does with a part of the log, in the transaction that moves its position. */
export type Subscriber = {
  readonly name: string;
  /** Only these events come with their content. */
  readonly types: readonly string[];
  handle(events: readonly Recorded<AnyEvent>[], transaction: EntityManager): Promise<void>;
};

/** An event that cannot be handled, however often it is tried. */
export class CannotHandle extends Error {
  override readonly name = 'CannotHandle';

  constructor({ stream, version, type }: Recorded<AnyEvent>, cause: unknown) {
    super(`${stream}@${version} (${type}): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Jobs and position in one transaction. */
export const reacting = (reaction: Reaction<AnyEvent>, stager: JobStager): Subscriber => ({
  name: reaction.name,
  types: Object.keys(reaction.on),
  handle: async (events, transaction) => {
    const jobs = await Promise.all(events.map((event) => blaming(event, () => jobsFor(reaction, event))));
    if (jobs.flat().length > 0) await stager.stage(transaction, jobs.flat());
  },
});

/** Rows and position in one transaction. */
export const projecting = (projection: AnyProjection): Subscriber => {
  const { on } = projection as unknown as Projection<AnyEvent>;
  return {
    name: subscriptionOf(projection),
    types: Object.keys(on),
    handle: async (events, rows) => {
      await rows.query(`SET LOCAL search_path TO ${schemaOf(projection)}`);
      const buffer = new RowBuffer(rows);
      for (const event of events) await blaming(event, () => on[event.type]?.(event, buffer.manager));
      const [only] = events;
      await (events.length === 1 && only !== undefined ? blaming(only, () => buffer.flush()) : buffer.flush());
    },
  };
};

/** Says of which event an error comes. What passes by itself is no event's fault. */
const blaming = async <Result>(event: Recorded<AnyEvent>, work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw isPassing(error) ? error : new CannotHandle(event, error);
  }
};
