import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Cursors } from './cursors.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

const cursors = {
  provide: Cursors,
  useFactory: async (database: DataSource) => {
    const [secret] = await database.query<readonly { readonly value: Buffer }[]>(CURSOR_KEY);
    if (secret === undefined) throw new Error('The database has no key for cursors.');
    return new Cursors(secret.value);
  },
  inject: [DataSource],
};

const CURSOR_KEY = `SELECT value FROM operational.secret WHERE name = 'cursor'`;

/** What the API has beside its features: cursors for their lists, `/livez` and `/readyz`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [cursors, Readiness],
  exports: [Cursors],
})
export class EdgeModule {}
