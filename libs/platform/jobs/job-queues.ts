import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Queue, createPostgresBackend } from 'bullmq';
import type { Pool, PoolClient } from 'pg';
import type { StagedJob } from '#kernel';
import { TransactionPool } from './transaction-pool.js';

/** More than any job is tried: whether it is tried again is decided where it is run, since an early wake is no attempt. */
const UNLIMITED = 1_000_000_000;

/** A job, and in how many milliseconds of this machine it may be run. */
export type QueuedJob = StagedJob & { readonly delayMs: number };

/** The queues, as whoever fills them sees them. Adding a job twice is adding it once. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly transactionPool: TransactionPool;
  private readonly queues = new Map<string, Promise<StagingQueue>>();

  /** The pool is this object's: its search path is BullMQ's schema, and it ends with it. */
  constructor(private readonly pool: Pool) {
    this.transactionPool = new TransactionPool(pool);
  }

  /** In the transaction of this client: the jobs are there exactly if it commits. */
  async add(client: PoolClient, jobs: readonly QueuedJob[]): Promise<void> {
    const names = new Set(jobs.map(({ job }) => job.queue));
    for (const name of names) {
      const own = jobs.filter(({ job }) => job.queue === name).map(bulkOf);
      const queue = await this.queueOf(name);
      await this.transactionPool.during(client, () => queue.addBulk(own));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const queue of this.queues.values()) await (await queue).close();
    await this.pool.end();
  }

  /** One that could not connect when it was made never will, so it is made anew. */
  private queueOf(name: string): Promise<StagingQueue> {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const made = this.open(name);
    this.queues.set(name, made);
    made.catch(() => this.queues.delete(name));
    return made;
  }

  private async open(name: string): Promise<StagingQueue> {
    const queue = queueOn(this.transactionPool, name);
    queue.on('error', (error) => this.logger.warn(`Queue ${name}: ${error.message}`));
    await queue.waitUntilReady();
    return queue;
  }
}

const bulkOf = ({ id, job, data, delayMs }: QueuedJob) => ({
  name: job.name,
  data,
  opts: { jobId: id, delay: delayMs, attempts: UNLIMITED, backoff: { type: job.retry } },
});

type StagingQueue = ReturnType<typeof queueOn>;

/** It writes nothing of its own: what a queue says of itself would need a transaction too. */
const queueOn = (pool: TransactionPool, name: string) =>
  new Queue(name, { connection: pool, skipMetasUpdate: true }, createPostgresBackend);
