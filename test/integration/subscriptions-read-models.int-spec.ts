import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { WORKER_DATABASE, ReadModels } from '#platform/database';
import { EventStore } from '#platform/event-store';
import { ReadModelMissing, ReadModelPosition, rebuildAside } from '#platform/subscriptions';
import type { Projection } from '#platform/subscriptions';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { BellRow, bellBoard, bellsWorker, hang, ring, startApi, startWorker } from './bells.js';
import type { BellEvent } from './bells.js';
import { eventually, openDesk, rowsOf } from './processes.js';

jest.setTimeout(60_000);

describe('read models', () => {
  let database: TestDatabase;
  const processes: INestApplicationContext[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    await openDesk(database, 1);
    await openDesk(database, 2);
  });

  afterEach(async () => {
    for (const one of processes.splice(0)) await one.close();
    await database.drop();
  });

  const running = async (starting: Promise<INestApplicationContext>): Promise<INestApplicationContext> => {
    const started = await starting;
    processes.push(started);
    return started;
  };

  const rowsIn = (schema: string): Promise<readonly object[]> =>
    rowsOf(database, `SELECT * FROM ${schema}.bell_board WHERE desk_id = 1 ORDER BY bell_id`);

  it('show the API the rows of the desk to which its transaction is bound', async () => {
    const worker = await running(startWorker(database));
    const api = await running(startApi(database));
    await hang(api, { tone: 'c' }, { deskId: 1 });
    await hang(api, { tone: 'd' }, { deskId: 2 });
    await eventually(
      () => rowsOf(database, 'SELECT FROM rm_bell_board_1.bell_board'),
      (rows) => rows.length === 2,
    );
    expect(await bellsSeenBy(api, 1)).toEqual(['c']);
    expect(await bellsSeenBy(api, 2)).toEqual(['d']);
    expect(await bellsSeenBy(api, 3)).toEqual([]);
    expect(await bellsSeenBy(worker, 2)).toEqual(['d']);
    const source = api.get(ReadModels)['database'];
    expect(await source.query('SELECT tone FROM bell_board')).toEqual([]);
    await expect(source.query('SELECT tone FROM rm_bell_board_1.bell_board')).rejects.toThrow('permission denied');
  });

  it('are the same rows when they are built anew from the log', async () => {
    const worker = await running(startWorker(database));
    const first = await hang(worker, { tone: 'c', labels: ['old', 'big'] });
    const second = await hang(worker, { tone: 'd' });
    await hang(worker, { tone: 'e' }, { deskId: 2 });
    for (const times of [1, 4, 2]) await ring(worker, first, times);
    await ring(worker, second, 9);
    const live = await eventually(
      () => rowsIn('rm_bell_board_1'),
      (rows) => JSON.stringify(rows).includes('"rung":9'),
    );
    const schema = await rebuildAside(
      worker.get(getDataSourceToken(WORKER_DATABASE)),
      worker.get(EventStore),
      bellBoard,
      1,
    );
    expect(live).toHaveLength(2);
    expect(await rowsIn(schema)).toEqual(live);
    expect(await rowsOf(database, `SELECT state FROM event_store.projection_build ORDER BY build`)).toEqual([
      { state: 'served' },
      { state: 'building' },
    ]);
  });

  it('are served in their next build as soon as that has caught up at every desk', async () => {
    const before = await startWorker(database);
    await hang(before, { tone: 'c' });
    await hang(before, { tone: 'd' }, { deskId: 2 });
    await eventually(
      () => rowsOf(database, 'SELECT FROM rm_bell_board_1.bell_board'),
      (rows) => rows.length === 2,
    );
    await before.close();
    const loud: Projection<BellEvent> = {
      ...bellBoard,
      build: 2,
      on: {
        Hung: ({ deskId, id, version, data: { tone } }, rows) =>
          rows.insert(BellRow, { deskId, bellId: id, tone: tone.toUpperCase(), labels: [], version }),
      },
    };
    await running(startWorker(database, bellsWorker({ projections: [loud] })));
    const api = await running(startApi(database));
    await eventually(
      () => bellsSeenBy(api, 1),
      ([tone]) => tone === 'C',
    );
    expect(await bellsSeenBy(api, 2)).toEqual(['D']);
    expect(await rowsOf(database, 'SELECT build, state FROM event_store.projection_build ORDER BY build')).toEqual([
      { build: 1, state: 'retired' },
      { build: 2, state: 'served' },
    ]);
  });

  it('tell how far they are, and let wait for an event', async () => {
    const api = await running(startApi(database));
    const position = api.get(ReadModelPosition);
    const whereIs = () => api.get(ReadModels).in(1, (rows) => position.positionOf(rows, 'bell-board'));
    await expect(whereIs()).rejects.toThrow(ReadModelMissing);
    await running(startWorker(database));
    const id = await hang(api, { tone: 'c' });
    await eventually(
      () => position.waitFor(1, 'bell-board', { stream: `bell-${id}`, version: 1 }),
      (has) => has,
    );
    expect(await bellsSeenBy(api, 1)).toEqual(['c']);
    expect(await whereIs()).toEqual({ position: expect.any(Number), lagMs: 0 });
    expect((await whereIs()).position).toBeGreaterThan(0);
    expect(await position.waitFor(1, 'bell-board', { stream: `bell-${id}`, version: 99 })).toBe(false);
    expect(await position.waitFor(2, 'bell-board', { stream: `bell-${id}`, version: 1 })).toBe(false);
  });

  it('lag by the age of the first event that they do not have', async () => {
    const api = await running(startApi(database));
    const worker = await startWorker(database);
    await eventually(
      () => rowsOf(database, `SELECT FROM event_store.subscription WHERE lease_until > now()`),
      (rows) => rows.length === 6,
    );
    await worker.close();
    await hang(api, { tone: 'c' });
    await eventually(
      () => rowsOf<{ size: string }>(database, 'SELECT size FROM event_store.log_head WHERE desk_id = 1'),
      ([head]) => head?.size === '1',
    );
    const whereIs = () =>
      api.get(ReadModels).in(1, (rows) => api.get(ReadModelPosition).positionOf(rows, 'bell-board'));
    const { position, lagMs } = await eventually(whereIs, ({ lagMs }) => lagMs > 0);
    expect(position).toBe(0);
    await eventually(whereIs, (later) => later.lagMs > lagMs);
  });
});

const bellsSeenBy = async (api: INestApplicationContext, deskId: number): Promise<readonly string[]> => {
  const rows = await api.get(ReadModels).in(deskId, (read) => read.query(`SELECT tone FROM bell_board ORDER BY tone`));
  return (rows as readonly { readonly tone: string }[]).map(({ tone }) => tone);
};
