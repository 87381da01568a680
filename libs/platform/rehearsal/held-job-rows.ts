import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Instant, JobData, Retry, StagedJob } from '#kernel';
import { HeldJobs } from '#platform/jobs';
import { RehearsalClocks } from './rehearsal-clocks.js';

const MOMENT_MS = 1_000;

/** A timer is due when it says; whatever is to be done at once is done a second after its trigger. */
export const dueTimeOf = ({ dueAt, recordedAt }: JobData<unknown>): Instant => {
  if (dueAt !== undefined && dueAt > recordedAt) return dueAt;
  return new Date(Date.parse(recordedAt) + MOMENT_MS).toISOString();
};

/** The jobs of rehearsal desks, as rows that wait for their clock. */
@Injectable()
export class HeldJobRows extends HeldJobs {
  constructor(private readonly clocks: RehearsalClocks) {
    super();
  }

  holds(deskId: number): Promise<boolean> {
    return this.clocks.isRehearsal(deskId);
  }

  async hold(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void> {
    for (const { id, job, data } of jobs) {
      const { stream, version } = placeOf(data.cause);
      const values = [data.deskId, id, job.queue, job.name, job.retry, JSON.stringify(data), dueTimeOf(data)];
      await transaction.query(HOLD, [...values, stream, version]);
    }
  }
}

/** A job that was given to its queue, and may be at work. */
export type ReleasedJob = { readonly id: string; readonly queue: string };

/** The one of this desk that was released and is not known to be finished: there is at most one. */
export const releasedJobOf = async (client: PoolClient, deskId: number): Promise<ReleasedJob | undefined> => {
  const { rows } = await client.query<ReleasedJob>(RELEASED, [deskId]);
  return rows[0];
};

/** The job that is next by the clock of its desk, and when. */
export type DueJob = { readonly staged: StagedJob; readonly dueAt: Instant };

export const nextJobOf = async (client: PoolClient, deskId: number, upTo: Instant): Promise<DueJob | undefined> => {
  const { rows } = await client.query<HeldRow>(NEXT, [deskId, upTo]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, queue, name, retry, data, due_at: dueAt } = row;
  return { staged: { id, job: { queue, name, retry }, data }, dueAt: dueAt.toISOString() };
};

export const noteReleased = (client: PoolClient, deskId: number, id: string): Promise<unknown> =>
  client.query('UPDATE operational.held_job SET released_at = now() WHERE desk_id = $1 AND id = $2', [deskId, id]);

export const noteDone = (client: PoolClient, deskId: number, id: string): Promise<unknown> =>
  client.query('UPDATE operational.held_job SET done_at = now() WHERE desk_id = $1 AND id = $2', [deskId, id]);

type HeldRow = {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly retry: Retry;
  readonly data: JobData<unknown>;
  readonly due_at: Date;
};

/** `stream@version`, taken apart. */
const placeOf = (cause: string): { readonly stream: string; readonly version: number } => {
  const at = cause.lastIndexOf('@');
  return { stream: cause.slice(0, at), version: Number(cause.slice(at + 1)) };
};

/** Where its trigger stands in the log is known to the log alone, and it does: the reaction has read it there. */
const HOLD = `
  INSERT INTO operational.held_job (desk_id, id, queue, name, retry, data, due_at, position)
  SELECT $1, $2, $3, $4, $5, $6, $7, l.log_index
    FROM event_store.event e
    JOIN event_store.log_entry l ON l.command_id = e.command_id AND l.part = e.part AND l.desk_id = e.desk_id
   WHERE e.desk_id = $1 AND e.stream_id = $8 AND e.version = $9
  ON CONFLICT DO NOTHING`;

const RELEASED = `
  SELECT id, queue FROM operational.held_job
   WHERE desk_id = $1 AND done_at IS NULL AND released_at IS NOT NULL LIMIT 1`;

const NEXT = `
  SELECT id, queue, name, retry, data, due_at FROM operational.held_job
   WHERE desk_id = $1 AND done_at IS NULL AND released_at IS NULL AND due_at <= $2
   ORDER BY due_at, position, id LIMIT 1`;
