import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { AnyEvent, Reaction } from '#kernel';
import type { Config } from '#platform/config';
import { WORKER_DATABASE, createPool } from '#platform/database';
import { EventStore } from '#platform/event-store';
import { JobStager } from '#platform/jobs';
import { Leases } from './leases.js';
import { FEATURE_SUBSCRIPTIONS } from './listeners.js';
import { LogHeads } from './log-heads.js';
import type { AnyProjection } from './projection.js';
import { SubscriptionRunners } from './subscription-runners.js';

type FeatureSubscriptions = {
  readonly projections?: readonly AnyProjection[];
  readonly reactions?: readonly Reaction<never>[];
};

@Module({})
class FeatureSubscriptionsModule {}

/** For processes that work: one runner for all projections and reactions of the process. */
@Global()
@Module({})
export class SubscriptionsModule {
  static forRoot({ database: { worker }, leaseMs }: Config): DynamicModule {
    const heads = {
      provide: LogHeads,
      useFactory: () => new LogHeads(createPool(worker, { max: 1, application: 'docket-listen' })),
    };
    const runners = {
      provide: SubscriptionRunners,
      useFactory: (store: EventStore, stager: JobStager, database: DataSource, logs: LogHeads) => {
        const leases = new Leases(database, leaseMs);
        return new SubscriptionRunners({ store, database, leases }, stager, logs);
      },
      inject: [EventStore, JobStager, getDataSourceToken(WORKER_DATABASE), LogHeads],
    };
    return { module: SubscriptionsModule, providers: [heads, runners], exports: [LogHeads, SubscriptionRunners] };
  }

  static forFeature({ projections = [], reactions = [] }: FeatureSubscriptions): DynamicModule {
    const entities = projections.flatMap(({ tables }) => tables);
    const registration = {
      provide: 'registration-of-subscriptions',
      useFactory: (runners: SubscriptionRunners) =>
        runners.add(projections, reactions as readonly unknown[] as readonly Reaction<AnyEvent>[]),
      inject: [SubscriptionRunners],
    };
    return {
      module: FeatureSubscriptionsModule,
      imports: [TypeOrmModule.forFeature([...entities], WORKER_DATABASE)],
      providers: [{ provide: FEATURE_SUBSCRIPTIONS, useValue: [...projections, ...reactions] }, registration],
    };
  }
}
