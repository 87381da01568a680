import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '#platform/config';
import { RuntimeModule } from '#platform/runtime';
import type { Parts } from '#platform/runtime';
import { connected } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

export const configFor = ({ urls }: TestDatabase, changes: Partial<Config> = {}): Config => ({
  database: urls,
  port: 0,
  host: '127.0.0.1',
  home: '/nowhere',
  filesDirectory: path.join(tmpdir(), `docket-bells-${userInfo().uid}`),
  maxUploadBytes: 1,
  captureAllow: [],
  captureMaxBytes: 1,
  captureTimeoutMs: 1,
  leaseMs: 3_000,
  jobLockMs: 30_000,
  stalledIntervalMs: 15_000,
  ...changes,
});

/** A process that runs these parts. */
export const startProcess = (config: Config, parts: Parts): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(RuntimeModule.forRoot(config, parts), {
    logger: ['warn', 'error'], // errors are caused on purpose
    abortOnError: false,
  });

export const openDesk = (database: TestDatabase, deskId: number): Promise<unknown> =>
  connected(database.urls.worker, (client) => client.query('SELECT event_store.open_desk($1)', [deskId]));

/** Rows as the server's superuser sees them. */
export const rowsOf = <Row>(
  database: TestDatabase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  connected(database.adminUrl, async (client) => (await client.query(sql, [...values])).rows as readonly Row[]);

const PATIENCE_MS = 15_000;

/** Waits until it is so, and answers what it was then. */
export const eventually = async <Found>(
  look: () => Promise<Found>,
  isSo: (found: Found) => boolean,
): Promise<Found> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (isSo(found)) return found;
    if (Date.now() > deadline) throw new Error(`It is still so: ${JSON.stringify(found)}`);
    await sleep(20);
  }
};
