import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Config } from '#platform/config';
import { createPool } from '#platform/database';
import { HeldJobs, JobQueues } from '#platform/jobs';
import { LogHeads, SubscriptionRunners } from '#platform/subscriptions';
import { Conductor } from './conductor.js';
import { DeskClock } from './desk-clock.js';
import { HeldJobRows } from './held-job-rows.js';
import { RehearsalClocks } from './rehearsal-clocks.js';
import { RehearsalController } from './rehearsal.controller.js';

/** What every process knows of the time of desks. */
@Global()
@Module({
  providers: [RehearsalClocks, { provide: Clock, useClass: DeskClock }, { provide: HeldJobs, useClass: HeldJobRows }],
  exports: [RehearsalClocks, Clock, HeldJobs],
})
export class RehearsalModule {}

/** The routes of rehearsal desks. */
@Module({ controllers: [RehearsalController] })
export class RehearsalHttpModule {}

const MOVES_AT_ONCE = 4;

/** For processes that work: who moves the clocks. */
@Module({})
export class RehearsalWorkerModule {
  static forRoot({ database }: Config): DynamicModule {
    const conductor = {
      provide: Conductor,
      useFactory: (heads: LogHeads, subscriptions: SubscriptionRunners, queues: JobQueues) => {
        const pool = createPool(database.worker, { max: MOVES_AT_ONCE, application: 'docket-conductor' });
        return new Conductor(pool, heads, { subscriptions, queues });
      },
      inject: [LogHeads, SubscriptionRunners, JobQueues],
    };
    return { module: RehearsalWorkerModule, providers: [conductor] };
  }
}
