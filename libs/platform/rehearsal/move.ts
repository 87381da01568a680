import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Instant } from '#kernel';
import type { JobQueues } from '#platform/jobs';
import type { SubscriptionRunners } from '#platform/subscriptions';
import { nextJobOf, noteDone, noteReleased, releasedJobOf } from './held-job-rows.js';
import { isFinished, isQuiet } from './quiet.js';

const SHORTEST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;

/** What a move rests on: the queues that run the jobs, and the subscriptions that ask for them. */
export type Surroundings = {
  readonly queues: JobQueues;
  readonly subscriptions: Pick<SubscriptionRunners, 'names'>;
};

/**
 * The clock of one desk on its way: job after job, each at its time and finished before the next. Every step is one
 * transaction and begins with what the database says, so that a move may be left and gone on with at any point.
 */
export class Move {
  constructor(
    private readonly client: PoolClient,
    private readonly deskId: number,
    private readonly surroundings: Surroundings,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wanted = await this.wanted();
      if (wanted.asked === wanted.done) return;
      await this.finishReleased(signal);
      const { names } = this.surroundings.subscriptions;
      await until(() => isQuiet(this.client, this.deskId, names), signal);
      if (!signal.aborted) await this.inTransaction(() => this.step(wanted));
    }
  }

  /** Read before it is looked whether all is quiet: what is asked for later is not done by that. */
  private async wanted(): Promise<Wanted> {
    const { rows } = await this.client.query<WantedRow>(WANTED, [this.deskId]);
    const [row] = rows;
    if (row === undefined) throw new Error('It has no clock.');
    return { target: row.target.toISOString(), asked: row.asked, done: row.done };
  }

  private async finishReleased(signal: AbortSignal): Promise<void> {
    const job = await releasedJobOf(this.client, this.deskId);
    if (job === undefined) return;
    await until(() => isFinished(this.client, job.queue, job.id), signal);
    if (!signal.aborted) await noteDone(this.client, this.deskId, job.id);
  }

  /** The clock goes to the next job, or to the target if there is none before it. */
  private async step({ target, asked }: Wanted): Promise<void> {
    const job = await nextJobOf(this.client, this.deskId, target);
    if (job === undefined) {
      await this.client.query(ARRIVE, [this.deskId, target, asked]);
      return;
    }
    await this.client.query(GO_ON, [this.deskId, job.dueAt]);
    await noteReleased(this.client, this.deskId, job.staged.id);
    await this.surroundings.queues.add(this.client, [{ ...job.staged, delayMs: 0 }]);
  }

  private async inTransaction(work: () => Promise<void>): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await work();
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }
}

type Wanted = { readonly target: Instant; readonly asked: string; readonly done: string };
type WantedRow = { readonly target: Date; readonly asked: string; readonly done: string };

const WANTED = 'SELECT target, asked, done FROM operational.rehearsal_clock WHERE desk_id = $1';
const GO_ON =
  'UPDATE operational.rehearsal_clock SET stands_at = greatest(stands_at, $2::timestamptz) WHERE desk_id = $1';
const ARRIVE = 'UPDATE operational.rehearsal_clock SET stands_at = $2, done = $3 WHERE desk_id = $1';

/** Looks ever more seldom until it is so, or the signal comes. */
const until = async (isSo: () => Promise<boolean>, signal: AbortSignal): Promise<void> => {
  let pause = SHORTEST_PAUSE_MS;
  while (!signal.aborted && !(await isSo())) {
    await sleep(pause);
    pause = Math.min(pause * 1.3, LONGEST_PAUSE_MS);
  }
};
