import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Queue, createPostgresBackend } from 'bullmq';
import type { BulkJobOptions } from 'bullmq';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { Clock } from '#kernel';
import type { StagedJob } from '#kernel';
import { TransactionPool } from './transaction-pool.js';

/** More than any job is tried: whether it is tried again is decided where it is run, since an early wake is no attempt. */
const UNLIMITED = 1_000_000_000;

/** Puts jobs where a crash cannot lose them. Staging a job twice is staging it once. */
export abstract class JobStager {
  /** All in one transaction, or none. */
  abstract stage(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void>;
}

/** In the transaction at hand: the jobs are there exactly if it commits. */
@Injectable()
export class PostgresJobStager extends JobStager implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly transactionPool: TransactionPool;
  private readonly queues = new Map<string, Promise<StagingQueue>>();

  /** The pool is the stager's: its search path is BullMQ's schema, and it ends with it. */
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {
    super();
    this.transactionPool = new TransactionPool(pool);
  }

  async stage(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void> {
    const client = (await transaction.queryRunner?.connect()) as PoolClient;
    const names = new Set(jobs.map(({ job }) => job.queue));
    for (const name of names) {
      const own = await Promise.all(jobs.filter(({ job }) => job.queue === name).map((job) => this.queued(job)));
      const queue = await this.queueOf(name);
      await this.transactionPool.during(client, () => queue.addBulk(own));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const queue of this.queues.values()) await (await queue).close();
    await this.pool.end();
  }

  private async queued({ id, job, data }: StagedJob): Promise<QueuedJob> {
    const delay = data.dueAt === undefined ? 0 : Date.parse(data.dueAt) - Date.parse(await this.clock.now(data.deskId));
    const opts = { jobId: id, delay: Math.max(0, delay), attempts: UNLIMITED, backoff: { type: job.retry } };
    return { name: job.name, data, opts };
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

type QueuedJob = { readonly name: string; readonly data: unknown; readonly opts: BulkJobOptions };

type StagingQueue = ReturnType<typeof queueOn>;

/** It writes nothing of its own: what a queue says of itself would need a transaction too. */
const queueOn = (pool: TransactionPool, name: string) =>
  new Queue(name, { connection: pool, skipMetasUpdate: true }, createPostgresBackend);
