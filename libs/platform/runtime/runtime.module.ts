import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsModule } from '#platform/commands';
import type { Config } from '#platform/config';
import { DatabaseModule, storeConnections } from '#platform/database';
import type { Part } from '#platform/database';
import { EventStoreModule } from '#platform/event-store';
import { FileStoreModule } from '#platform/file-store';
import { JobsModule } from '#platform/jobs';
import { RehearsalModule, RehearsalWorkerModule } from '#platform/rehearsal';
import { ReadModelPosition, SubscriptionsModule } from '#platform/subscriptions';
import { WebArchiveModule } from '#platform/web-archive';

/** What this process runs: controllers, subscriptions and jobs, or both. */
export type Parts = { readonly api?: readonly Type[]; readonly worker?: readonly Type[] };

/**
 * The root of a process: what each one needs, and the parts that this one runs. What the parts use while they stop is
 * global, so that Nest stops it after them.
 */
@Global()
@Module({})
export class RuntimeModule {
  static forRoot(config: Config, { api = [], worker = [] }: Parts): DynamicModule {
    const parts = partsOf({ api, worker });
    return {
      module: RuntimeModule,
      imports: [
        CqrsModule.forRoot(),
        DatabaseModule.forRoot(config, parts),
        EventStoreModule.forRoot(storeConnections(config, parts)),
        RehearsalModule,
        CommandsModule,
        FileStoreModule.forRoot(config),
        ...(parts.includes('worker') ? workingModules(config) : []),
        ...api,
        ...worker,
      ],
      providers: [ReadModelPosition],
      exports: [ReadModelPosition],
    };
  }
}

const workingModules = (config: Config): readonly DynamicModule[] => [
  WebArchiveModule.forRoot(config),
  JobsModule.forRoot(config),
  SubscriptionsModule.forRoot(config),
  RehearsalWorkerModule.forRoot(config),
];

const partsOf = (parts: Parts): readonly Part[] =>
  (['api', 'worker'] as const).filter((part) => (parts[part] ?? []).length > 0);
