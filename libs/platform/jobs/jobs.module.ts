import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { Config } from '#platform/config';
import { createPool } from '#platform/database';
import { JobHandlers } from './job-handlers.js';
import type { AnyJobHandler } from './job-handlers.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { JobStager, PostgresJobStager } from './job-stager.js';
import { QueueWorkers } from './queue-workers.js';
import { JOBS_SCHEMA } from './transaction-pool.js';

const STAGING_CONNECTIONS = 2;

/** For processes that work. Global, so that Nest stops it after the features, which still use it while they stop. */
@Global()
@Module({})
export class JobsModule {
  static forRoot(config: Config): DynamicModule {
    const queues = () => {
      const pool = { max: STAGING_CONNECTIONS, application: 'docket-staging', searchPath: JOBS_SCHEMA };
      return new JobQueues(createPool(config.database.worker, pool));
    };
    return {
      module: JobsModule,
      providers: [
        JobHandlers,
        JobRunner,
        { provide: JobQueues, useFactory: queues },
        { provide: JobStager, useClass: PostgresJobStager },
        {
          provide: QueueWorkers,
          useFactory: (runner: JobRunner) => new QueueWorkers(config, runner),
          inject: [JobRunner],
        },
      ],
      exports: [JobQueues, JobStager, JobHandlers],
    };
  }
}

type FeatureJobs = {
  readonly handlers?: readonly Type<AnyJobHandler>[];
  /** Where the handlers find what they need and is not global. */
  readonly imports?: readonly Type[];
};

@Module({})
export class FeatureJobsModule {
  static register(name: string, { handlers = [], imports = [] }: FeatureJobs): DynamicModule {
    const registration = {
      provide: `jobs-of-${name}`,
      useFactory: (all: JobHandlers, ...own: AnyJobHandler[]) => all.add(own),
      inject: [JobHandlers, ...handlers],
    };
    return { module: FeatureJobsModule, imports: [...imports], providers: [...handlers, registration] };
  }
}
