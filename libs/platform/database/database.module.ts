import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Config } from '#platform/config';
import { connectionTo } from './connections.js';
import type { PoolOptions } from './connections.js';
import { ReadModels } from './read-models.js';
import { SnakeCase } from './snake-case.js';

/** What a process runs: each part connects as who it is. */
export type Part = 'api' | 'worker';

/** The DataSource of what only the worker may do: it is there in processes that run worker parts. */
export const WORKER_DATABASE = 'worker';

const READS = 8;
const PROJECTIONS = 4;

/** Global, and imported first, so that it stops last. */
@Global()
@Module({ providers: [ReadModels], exports: [ReadModels] })
export class DatabaseModule {
  /** The default DataSource reads as the API where that is among the parts, and finds read models by their views. */
  static forRoot({ database }: Config, parts: readonly Part[]): DynamicModule {
    const reader = parts.includes('api') ? 'api' : 'worker';
    const reads = sourceAt(database[reader], { application: `docket-${reader}`, max: READS, searchPath: 'read' });
    const writes = sourceAt(database.worker, { application: 'docket-projections', max: PROJECTIONS });
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot(reads),
        ...(parts.includes('worker') ? [TypeOrmModule.forRoot({ ...writes, name: WORKER_DATABASE })] : []),
      ],
    };
  }
}

/** The database as who writes read models, for work outside a process that listens. To be destroyed by who opens it. */
export const openReadModels = ({ database }: Config, entities: readonly (new () => object)[]): Promise<DataSource> => {
  const options = sourceAt(database.worker, { application: 'docket-projections', max: PROJECTIONS });
  return new DataSource({ ...options, entities: [...entities] } as DataSourceOptions).initialize();
};

const sourceAt = (url: string, { max, ...options }: PoolOptions): TypeOrmModuleOptions => {
  const { connectionString, application_name: applicationName, ...limits } = connectionTo(url, options);
  return {
    type: 'postgres',
    url: connectionString,
    applicationName,
    poolSize: max,
    extra: limits,
    autoLoadEntities: true,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    installExtensions: false,
  };
};
