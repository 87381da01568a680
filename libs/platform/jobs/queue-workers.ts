import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Worker, createPostgresBackend } from 'bullmq';
import type { Job, MinimalJob, WorkerOptions } from 'bullmq';
import type { Pool } from 'pg';
import type { Retry } from '#kernel';
import type { Config } from '#platform/config';
import { createPool } from '#platform/database';
import { JobRunner } from './job-runner.js';
import type { QueuedData } from './job-runner.js';
import { WokenEarly, waitAfter, waitUntilDue } from './retries.js';
import { JOBS_SCHEMA } from './transaction-pool.js';

const QUEUES = [
  { queue: 'timers', concurrency: 10 },
  { queue: 'evidence', concurrency: 4 },
  { queue: 'text', concurrency: 4 },
] as const;

const CONNECTIONS = 4; // one of them listens
const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
const MAX_STALLED = 20;
const CLOSE_WITHIN_MS = 8_000;

/** One worker for each queue: two on the same queue would take each other's jobs. */
@Injectable()
export class QueueWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private running: readonly RunningWorker[] = [];

  constructor(
    private readonly config: Config,
    private readonly runner: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.running = QUEUES.map(({ queue, concurrency }) => this.start(queue, concurrency));
    await Promise.all(this.running.map(({ worker }) => worker.waitUntilReady()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running.map((worker) => this.stop(worker)));
  }

  private start(queue: string, concurrency: number): RunningWorker {
    const { database, jobLockMs, stalledIntervalMs } = this.config;
    const application = `docket-jobs-${queue}`;
    const pool = createPool(database.worker, { max: CONNECTIONS, application, searchPath: JOBS_SCHEMA });
    const options = { ...OPTIONS, concurrency, lockDuration: jobLockMs, stalledInterval: stalledIntervalMs };
    const worker = workerOn(pool, queue, (job) => this.process(job), options);
    worker.on('error', (error) => this.logger.warn(`Worker ${queue}: ${error.message}`));
    return { worker, pool };
  }

  /** Running jobs have a while to end. One that needs longer is run again later: its lock runs out. */
  private async stop({ worker, pool }: RunningWorker): Promise<void> {
    const deadline = new AbortController();
    const closed = worker.close().then(() => pool.end());
    const late = sleep(CLOSE_WITHIN_MS, 'late', { signal: deadline.signal });
    const first = await Promise.race([closed, late]);
    deadline.abort();
    if (first === 'late') this.logger.warn(`Queue ${worker.name} is left while a job runs.`);
  }

  private async process(job: Job<QueuedData>): Promise<void> {
    const { id = '', name, data, attemptsMade } = job;
    const updateData = (changed: QueuedData) => job.updateData(changed);
    await this.runner.run({ id, name, retry: retryOf(job), data, attemptsMade, updateData });
  }
}

type RunningWorker = { readonly worker: ReturnType<typeof workerOn>; readonly pool: Pool };

const workerOn = (
  pool: Pool,
  queue: string,
  process: (job: Job<QueuedData>) => Promise<void>,
  options: Omit<WorkerOptions, 'connection'>,
) => new Worker(queue, process, { ...options, connection: pool }, createPostgresBackend);

const retryOf = ({ opts }: Pick<MinimalJob, 'opts'>): Retry => (opts.backoff as { type: Retry }).type;

const OPTIONS = {
  maxStalledCount: MAX_STALLED,
  removeOnComplete: { age: HOUR_S },
  removeOnFail: { age: 14 * DAY_S },
  settings: {
    backoffStrategy: (attemptsMade: number, _type?: string, error?: Error, job?: MinimalJob): number => {
      if (error instanceof WokenEarly) return waitUntilDue(error);
      const wokenEarly = (job?.data as QueuedData | undefined)?.wokenEarly ?? 0;
      return job === undefined ? 0 : waitAfter(retryOf(job), attemptsMade - wokenEarly);
    },
  },
};
