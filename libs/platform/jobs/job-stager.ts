import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { Clock } from '#kernel';
import type { StagedJob } from '#kernel';
import { HeldJobs } from './held-jobs.js';
import { JobQueues } from './job-queues.js';
import type { QueuedJob } from './job-queues.js';

/** Puts jobs where a crash cannot lose them. Staging a job twice is staging it once. */
export abstract class JobStager {
  /** All in one transaction, or none. */
  abstract stage(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void>;
}

/** In the transaction at hand: the jobs are there exactly if it commits. */
@Injectable()
export class PostgresJobStager extends JobStager {
  constructor(
    private readonly queues: JobQueues,
    private readonly held: HeldJobs,
    private readonly clock: Clock,
  ) {
    super();
  }

  async stage(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void> {
    const queued: QueuedJob[] = [];
    const held: StagedJob[] = [];
    for (const job of jobs) {
      if (await this.held.holds(job.data.deskId)) held.push(job);
      else queued.push({ ...job, delayMs: await this.delayOf(job) });
    }
    if (held.length > 0) await this.held.hold(transaction, held);
    const client = (await transaction.queryRunner?.connect()) as PoolClient;
    await this.queues.add(client, queued);
  }

  private async delayOf({ data: { dueAt, deskId } }: StagedJob): Promise<number> {
    return dueAt === undefined ? 0 : Math.max(0, Date.parse(dueAt) - Date.parse(await this.clock.now(deskId)));
  }
}
