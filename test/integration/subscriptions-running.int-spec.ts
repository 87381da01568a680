import type { INestApplicationContext, Type } from '@nestjs/common';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { bellBoard, bellsWorker, hang, ring, ringWhenHung, startWorker } from './bells.js';
import type { BellEvent } from './bells.js';
import { eventually, openDesk, rowsOf } from './processes.js';
import type { Projection } from '#platform/subscriptions';

jest.setTimeout(60_000);

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

describe('subscriptions', () => {
  let database: TestDatabase;
  const workers: INestApplicationContext[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    await openDesk(database, 1);
  });

  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close();
    await database.drop();
  });

  const start = async (part?: Type): Promise<INestApplicationContext> => {
    const worker = await startWorker(database, part);
    workers.push(worker);
    return worker;
  };

  const stop = async (worker: INestApplicationContext): Promise<void> => {
    workers.splice(workers.indexOf(worker), 1);
    await worker.close();
  };

  const board = (): Promise<readonly BoardRow[]> =>
    rowsOf(database, 'SELECT desk_id, tone, rung FROM rm_bell_board_1.bell_board ORDER BY desk_id, bell_id');

  const untilBoard = (expected: readonly Partial<BoardRow>[]): Promise<readonly BoardRow[]> =>
    eventually(board, (rows) => JSON.stringify(rows) === JSON.stringify(expected));

  const placeOf = async (name: string, deskId = 1): Promise<Place> => {
    const [row] = await rowsOf<{ position: string; owner: string | null; epoch: string; held: boolean }>(
      database,
      `SELECT position, owner, epoch, lease_until > now() AS held FROM event_store.subscription
        WHERE name = $1 AND desk_id = $2`,
      [name, deskId],
    );
    return {
      position: Number(row?.position),
      owner: row?.owner,
      epoch: Number(row?.epoch),
      isHeld: row?.held ?? false,
    };
  };

  it('bring what was there before them and what comes while they run', async () => {
    const first = await start();
    const id = await hang(first, { tone: 'c' });
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 0 }]);
    await stop(first);
    const second = await start();
    await ring(second, id, 2);
    await ring(second, id, 3);
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 5 }]);
  });

  it('begin at a desk that is made while they run', async () => {
    const worker = await start();
    await openDesk(database, 2);
    await hang(worker, { tone: 'd', ringAt: new Date().toISOString() }, { deskId: 2 });
    await untilBoard([{ desk_id: 2, tone: 'd', rung: 1 }]);
  });

  it('hear of news when no notification comes', async () => {
    const worker = await start();
    await eventually(
      () => placeOf(BOARD),
      ({ isHeld }) => isHeld,
    );
    await rowsOf(
      database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'docket-listen%'`,
    );
    await hang(worker, { tone: 'c' });
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 0 }]);
  });

  it('go on after every connection was cut', async () => {
    const worker = await start();
    await hang(worker, { tone: 'c', ringAt: new Date().toISOString() }, { id: BELLS[0] });
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 1 }]);
    await rowsOf(database, CUT);
    await hang(worker, { tone: 'd', ringAt: new Date().toISOString() }, { id: BELLS[1] });
    await untilBoard([
      { desk_id: 1, tone: 'c', rung: 1 },
      { desk_id: 1, tone: 'd', rung: 1 },
    ]);
  });

  it('commit rows and position together or not at all', async () => {
    const faulty = projection(async (tone, rows) => {
      await rows.query(
        `INSERT INTO bell_board (desk_id, bell_id, tone, labels, version) VALUES (1, $1, 'half', '{}', 1)`,
        [tone],
      );
      if (tone === 'sour') throw new Error('This tone hurts.');
    });
    const worker = await start(bellsWorker({ projections: [faulty.projection], reactions: [ringWhenHung] }));
    await hang(worker, { tone: 'sour', ringAt: inAnHour() });
    await eventually(
      async () => faulty.seen.length,
      (times) => times >= 2,
    );
    expect(await board()).toEqual([]);
    expect(await placeOf(BOARD)).toMatchObject({ position: 0 });
  });

  it('stand still at an event that cannot be handled, and only those that cannot', async () => {
    let isCured = false;
    const faulty = projection(async (tone) => {
      if (tone === 'sour' && !isCured) throw new Error('This tone hurts.');
    });
    const worker = await start(bellsWorker({ projections: [faulty.projection], reactions: [ringWhenHung] }));
    await hang(worker, { tone: 'c' });
    await hang(worker, { tone: 'd' });
    const id = await hang(worker, { tone: 'sour', ringAt: inAnHour() });
    await hang(worker, { tone: 'e' });
    await eventually(
      () => placeOf('ring-when-hung'),
      ({ position }) => position === 4,
    );
    await eventually(
      () => placeOf(BOARD),
      ({ position }) => position === 2,
    );
    await eventually(
      async () => faulty.seen.filter((tone) => tone === 'sour').length,
      (times) => times >= 3,
    );
    expect(await placeOf(BOARD)).toMatchObject({ position: 2 });
    expect(await rowsOf(database, 'SELECT id FROM bullmq.job')).toEqual([{ id: `ring-bell.1.${id}` }]);
    isCured = true;
    await eventually(
      () => placeOf(BOARD),
      ({ position }) => position === 4,
    );
    expect(faulty.seen.at(-1)).toBe('e');
  });

  it('commit nothing once their lease was taken', async () => {
    const robbed = projection(async (tone, rows) => {
      await rows.query(`INSERT INTO bell_board (desk_id, bell_id, tone, labels, version) VALUES (1, $1, $1, '{}', 1)`, [
        tone,
      ]);
      if (robbed.seen.length === 1) await rob(database);
    });
    const worker = await start(bellsWorker({ projections: [robbed.projection] }));
    await hang(worker, { tone: 'c' });
    await eventually(
      () => placeOf(BOARD),
      ({ owner }) => owner === 'thief',
    );
    expect([await board(), await placeOf(BOARD)]).toMatchObject([[], { position: 0 }]);
    await rowsOf(database, `UPDATE event_store.subscription SET lease_until = '-infinity' WHERE name = $1`, [BOARD]);
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 0 }]);
    expect(robbed.seen).toEqual(['c', 'c']);
    expect(await placeOf(BOARD)).toMatchObject({ position: 1, epoch: 3 });
  });

  it('add the jobs of a reaction when its position moves, and not before', async () => {
    const holder = new Client(database.adminUrl);
    await holder.connect();
    const worker = await start();
    await eventually(
      () => placeOf('ring-when-hung'),
      ({ isHeld }) => isHeld,
    );
    await holder.query(`BEGIN; SELECT FROM event_store.subscription WHERE name = 'ring-when-hung' FOR UPDATE`);
    const id = await hang(worker, { tone: 'c', ringAt: inAnHour() });
    const jobs = () => rowsOf(database, `SELECT id FROM bullmq.job WHERE name = 'ring-bell'`);
    await eventually(
      () => rowsOf<{ query: string }>(database, WAITING),
      (waiting) => waiting.some(({ query }) => query.includes('advance')),
    );
    expect(await jobs()).toEqual([]);
    await holder.query('ROLLBACK');
    await holder.end();
    await eventually(jobs, (rows) => rows.length === 1);
    expect(await jobs()).toEqual([{ id: `ring-bell.1.${id}` }]);
  });

  it('are one process’s at a time, and the next one’s as soon as that stops', async () => {
    const first = await start();
    await eventually(
      () => placeOf(BOARD),
      ({ isHeld }) => isHeld,
    );
    const { owner } = await placeOf(BOARD);
    const second = await start();
    await hang(second, { tone: 'c' });
    await untilBoard([{ desk_id: 1, tone: 'c', rung: 0 }]);
    expect(await placeOf(BOARD)).toMatchObject({ owner, epoch: 1 });
    await stop(first);
    await hang(second, { tone: 'c' });
    await eventually(board, (rows) => rows.length === 2);
    expect(await placeOf(BOARD)).toMatchObject({ epoch: 2 });
    await stop(second);
    expect(await placeOf(BOARD)).toMatchObject({ isHeld: false });
  });
});

const BOARD = 'bell-board@1';
const BELLS = ['0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002'] as const;

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid()`;

const WAITING = `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

type BoardRow = { readonly desk_id: number; readonly tone: string; readonly rung: number };
type Place = {
  readonly position: number;
  readonly owner: string | null | undefined;
  readonly epoch: number;
  readonly isHeld: boolean;
};

/** A bell board that does this with each new tone, and the tones that it was given. */
const projection = (handle: (tone: string, rows: EntityManager) => Promise<unknown>) => {
  const seen: string[] = [];
  const faulty: Projection<BellEvent> = {
    ...bellBoard,
    on: {
      Hung: async ({ data: { tone } }, rows) => {
        seen.push(tone);
        await handle(tone, rows);
      },
    },
  };
  return { seen, projection: faulty };
};

/** As another process does when it takes the lease of one that was asleep. */
const rob = (database: TestDatabase): Promise<unknown> =>
  connected(database.urls.worker, async (client) => {
    await client.query(`UPDATE event_store.subscription SET lease_until = '-infinity' WHERE name = $1`, [BOARD]);
    await client.query(`SELECT event_store.take_lease(1, $1, 0, 'thief', interval '1 hour')`, [BOARD]);
  });
