import type { Pool } from 'pg';
import { createPool } from '#platform/database';
import { EventCatalogue, PostgresEventStore, Sequencer } from '#platform/event-store';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

describe('the sequencer', () => {
  let database: TestDatabase;
  let deskIds: readonly number[];
  let pool: Pool;
  let sequencer: Sequencer;
  let store: PostgresEventStore;

  beforeEach(async () => {
    database = await freshDatabase();
    deskIds = [await openDesk(database), await openDesk(database, 'other')];
  });

  afterEach(async () => {
    await sequencer.onApplicationShutdown();
    await pool.end();
    await database.drop();
  });

  const start = (login: 'api' | 'worker', tendsAllDesks: boolean): void => {
    pool = createPool(database.urls[login], { max: 2, application: 'docket-test' });
    sequencer = new Sequencer(pool, tendsAllDesks);
    store = new PostgresEventStore({ appends: pool, reads: pool }, new EventCatalogue(), (deskId) =>
      sequencer.poke(deskId),
    );
    sequencer.onApplicationBootstrap();
  };

  const append = async (deskId: number, through = store): Promise<void> => {
    const commandId = crypto.randomUUID();
    const actor = { kind: 'member', id: 'ana', roles: [] } as const;
    await through.append({ deskId, commandId, correlationId: commandId, actor, at: '2026-11-22T10:00:00.000Z' }, '00', [
      { category: 'gauge', id: 'g1', expected: 'any', events: [{ type: 'A', data: {}, schemaVersion: 1 }] },
    ]);
  };

  const sizeOf = async (deskId: number): Promise<number> => (await store.readLog(deskId, 0, 1_000)).next;

  it('takes in what its own process appended, as the API too', async () => {
    start('api', false);
    for (const deskId of deskIds) await Promise.all(Array.from({ length: 20 }, () => append(deskId)));
    for (const deskId of deskIds) await until(async () => (await sizeOf(deskId)) === 20);
  });

  it('looks after what others appended, where that is its task', async () => {
    start('worker', true);
    const silent = new PostgresEventStore({ appends: pool, reads: pool }, new EventCatalogue());
    for (const deskId of deskIds) await append(deskId, silent);
    for (const deskId of deskIds) await until(async () => (await sizeOf(deskId)) === 1);
  });

  it('makes room in the log before it is needed', async () => {
    start('worker', true);
    const partitions = `SELECT count(*)::int AS count FROM pg_inherits WHERE inhparent = 'event_store.log_entry'::regclass`;
    await until(async () => {
      const { rows } = await pool.query<{ readonly count: number }>(partitions);
      return rows[0]?.count === 2;
    });
  });

  it('goes on after the server cut its connection', async () => {
    start('worker', true);
    await append(deskIds[0] ?? 0);
    await connected(database.adminUrl, (admin) =>
      admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      ),
    );
    await append(deskIds[0] ?? 0);
    await until(async () => (await sizeOf(deskIds[0] ?? 0)) === 2);
  });
});
