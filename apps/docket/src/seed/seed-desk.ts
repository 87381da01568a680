import { NestFactory } from '@nestjs/core';
import type { Config } from '#platform/config';
import { StartRefused } from '#platform/config';
import { createPool, openReadModels } from '#platform/database';
import { EventStore, Streams } from '#platform/event-store';
import { FileStore } from '#platform/file-store';
import { prepareDatabase } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { DeskTaken, ToldHistory, listeningIn } from '#platform/subscriptions';
import { ApiModule } from '../../../api/src/api.module.js';
import { FEATURE_WORKER_MODULES } from '../../../worker/src/worker.module.js';
import { deskIdOf } from '../desk/desk-rows.js';
import { writeHistory } from './seed.js';
import type { Seeded } from './seed.js';
import type { Statements } from './texts.js';

export type DeskSeed = {
  /** The key of the desk. */
  readonly desk: string;
  readonly checks: number;
  readonly seed: string;
  readonly statements: Statements;
  /** Also where the desk has checks already. */
  readonly more?: boolean;
};

/** Called now and then, with a sentence on how far it is. */
type Report = (sentence: string) => void;

/**
 * Fills a desk with checks in all stages, and ends when its read models know of all of them. Nothing follows from what it
 * writes: no job is set for it.
 */
export const seedDesk = async (config: Config, wish: DeskSeed, report: Report): Promise<Seeded> => {
  await prepareDatabase(config, ['api', 'worker']);
  const listening = listeningIn(FEATURE_WORKER_MODULES);
  const database = await openReadModels(
    config,
    listening.projections.flatMap(({ tables }) => tables),
  );
  const owner = createPool(config.database.owner, { max: 1, application: 'docket-seed' });
  const app = await NestFactory.createApplicationContext(RuntimeModule.forRoot(config, { api: [ApiModule] }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const deskId = await deskIdOf(owner, wish.desk);
    await refuseUsed(owner, deskId, wish);
    const store = app.get(EventStore);
    const history = await begun(ToldHistory.begin({ deskId, store, database }, listening));
    try {
      const tools = { owner, store, streams: app.get(Streams), files: app.get(FileStore) };
      const told = everySecond((checks: number) => report(`${checks} of ${wish.checks} checks written`));
      const seeded = await writeHistory(
        { ...wish, deskId },
        {
          ...tools,
          onWritten: async (checks) => {
            told(checks);
            await history.keep();
          },
        },
      );
      const size = await sequenced(owner, deskId);
      const read = everySecond((position: number) => report(`${position} of ${size} events read`));
      await history.end(read);
      await database.query(ANALYSED);
      report(`${wish.checks} checks and ${size} events, and all of them read`);
      return seeded;
    } finally {
      await history.release();
    }
  } finally {
    await app.close();
    await owner.end();
    await database.destroy();
  }
};

type Queries = { query(sql: string, values?: unknown[]): Promise<{ readonly rows: readonly Row[] }> };
type Row = { readonly [column: string]: unknown };

const begun = async (history: Promise<ToldHistory>): Promise<ToldHistory> => {
  try {
    return await history;
  } catch (error) {
    if (!(error instanceof DeskTaken)) throw error;
    throw new StartRefused('A worker is at work at this desk: stop it (npm start too) until the desk is seeded.');
  }
};

const refuseUsed = async (owner: Queries, deskId: number, { desk, more }: DeskSeed): Promise<void> => {
  const { rows } = await owner.query(CHECK, [deskId]);
  if (rows.length > 0 && more !== true)
    throw new StartRefused(`The desk ${desk} has checks already: take a fresh one, or say --more.`);
};

const CHECK = `SELECT FROM event_store.event WHERE desk_id = $1 AND stream_id >= 'check-' AND stream_id < 'check.' LIMIT 1`;

/** Takes all that was appended into the log, whoever else is at it; answers how long it is. */
const sequenced = async (owner: Queries, deskId: number): Promise<number> => {
  for (;;) {
    const { rows } = await owner.query('SELECT moved, size FROM event_store.sequence($1, 2000)', [deskId]);
    if (rows[0]?.['moved'] === 0) return Number(rows[0]['size']);
  }
};

/** So that queries are planned for what is there, from the first one on. */
const ANALYSED = `DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT format('%I.%I', b.schema_name, p.tablename)
             FROM event_store.projection_build b JOIN pg_tables p ON p.schemaname = b.schema_name WHERE b.state = 'served' LOOP
    EXECUTE 'ANALYZE ' || t;
  END LOOP;
END $$`;

const everySecond = <Value>(work: (value: Value) => void): ((value: Value) => void) => {
  let last = performance.now();
  return (value) => {
    if (performance.now() - last < 1_000) return;
    last = performance.now();
    work(value);
  };
};
