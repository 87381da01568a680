import { EventEmitter, once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '#kernel';
import { RehearsalClocks } from '#platform/rehearsal';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';
import { hang, startApi, startWorker, tuner } from './bells.js';
import { eventually, rowsOf } from './processes.js';

jest.setTimeout(60_000);

const MORNING = '2022-11-09T09:00:00.000Z';
const at = (time: string): string => `2022-11-09T${time}.000Z`;

describe('the clock of a rehearsal desk', () => {
  let database: TestDatabase;
  let deskId: number;
  let ordinaryId: number;
  let api: INestApplicationContext;
  const workers: INestApplicationContext[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    deskId = await openDesk(database, 'rehearsal-bells', true, MORNING);
    ordinaryId = await openDesk(database, 'bells');
    api = await startApi(database);
    tuner.answer = async () => undefined;
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    await api.close();
    await database.drop();
  });

  const work = async (): Promise<INestApplicationContext> => {
    const worker = await startWorker(database);
    workers.push(worker);
    return worker;
  };

  const clocks = (): RehearsalClocks => api.get(RehearsalClocks);
  const now = (): Promise<string> => api.get(Clock).now(deskId);

  const ask = async (to: string): Promise<number> => {
    const number = await clocks().move(deskId, to);
    if (number === undefined) throw new Error(`${to} lies behind.`);
    return number;
  };

  const moveTo = async (to: string): Promise<void> => {
    const number = await ask(to);
    await eventually(
      async () => clocks().clockOf(deskId),
      (clock) => clock !== undefined && clock.done >= number,
    );
  };

  /** A bell that is hung by a member, now by the clock of the desk. */
  const hangBell = async (data: Parameters<typeof hang>[1]): Promise<string> =>
    hang(api, data, { deskId, at: await now() });

  const happened = async (desk = deskId): Promise<readonly string[]> => {
    const rows = await rowsOf<{ readonly type: string; readonly at: Date; readonly tone: string | null }>(
      database,
      `SELECT e.type, e.recorded_at AS at, h.data::json ->> 'tone' AS tone
         FROM event_store.event e JOIN event_store.event h ON h.stream_id = e.stream_id AND h.version = 1
         JOIN event_store.log_entry l ON l.command_id = e.command_id AND l.part = e.part
        WHERE e.desk_id = $1 ORDER BY l.log_index`,
      [desk],
    );
    return rows.map(({ type, at: recordedAt, tone }) => `${recordedAt.toISOString().slice(11, 23)} ${type} ${tone}`);
  };

  it('stands, and no job is run, until it is moved', async () => {
    await work();
    await hangBell({ tone: 'c', ringAt: at('09:10:00') });
    await eventually(
      () => rowsOf(database, 'SELECT FROM operational.held_job'),
      (held) => held.length === 2,
    );
    expect(await now()).toBe(MORNING);
    expect(await happened()).toEqual(['09:00:00.000 Hung c']);
    expect(await rowsOf(database, 'SELECT FROM bullmq.job')).toEqual([]);
  });

  it('goes from job to job in the order of their times, each finished before the next', async () => {
    await work();
    let running = 0;
    let most = 0;
    tuner.answer = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running -= 1;
    };
    await hangBell({ tone: 'a', ringAt: at('09:30:00') });
    await hangBell({ tone: 'b', ringAt: at('09:20:00') });
    await hangBell({ tone: 'c', ringAt: at('09:40:00') });
    await moveTo(at('09:30:00'));
    expect(await happened()).toEqual([
      '09:00:00.000 Hung a',
      '09:00:00.000 Hung b',
      '09:00:00.000 Hung c',
      '09:00:01.000 Tuned a',
      '09:00:01.000 Tuned b',
      '09:00:01.000 Tuned c',
      '09:20:00.000 Rung b',
      '09:30:00.000 Rung a',
    ]);
    expect(most).toBe(1);
    expect(await now()).toBe(at('09:30:00'));
    await moveTo(at('10:00:00'));
    expect((await happened()).slice(-1)).toEqual(['09:40:00.000 Rung c']);
    expect(await now()).toBe(at('10:00:00'));
  });

  it('comes to jobs that follow from jobs, in the same move', async () => {
    await work();
    tuner.answer = async () => {
      if (tuner.calls.size === 1) await hangBell({ tone: 'second', ringAt: at('09:05:00') });
    };
    tuner.calls.clear();
    await hangBell({ tone: 'first', ringAt: at('09:10:00') });
    await moveTo(at('09:10:00'));
    expect(await happened()).toEqual([
      '09:00:00.000 Hung first',
      '09:00:01.000 Hung second',
      '09:00:01.000 Tuned first',
      '09:00:02.000 Tuned second',
      '09:05:00.000 Rung second',
      '09:10:00.000 Rung first',
    ]);
  });

  it('is there once all subscriptions know of what happened', async () => {
    await work();
    await hangBell({ tone: 'c', ringAt: at('09:10:00') });
    await moveTo(at('09:10:00'));
    expect(await rowsOf(database, 'SELECT tone, rung FROM rm_bell_board_1.bell_board')).toEqual([
      { tone: 'c', rung: 1 },
    ]);
    await hangBell({ tone: 'd' });
    await moveTo(at('09:10:00'));
    expect(await rowsOf(database, 'SELECT tone FROM rm_bell_board_1.bell_board ORDER BY tone')).toEqual([
      { tone: 'c' },
      { tone: 'd' },
    ]);
  });

  it('waits for a job that is tried again', async () => {
    await work();
    tuner.calls.clear();
    tuner.answer = async (call) => {
      if (call === 1) throw new Error('The line is busy.');
    };
    await hangBell({ tone: 'c', ringAt: at('09:10:00') });
    await moveTo(at('09:10:00'));
    expect(await happened()).toEqual(['09:00:00.000 Hung c', '09:00:01.000 Tuned c', '09:10:00.000 Rung c']);
  });

  it('is moved on by another worker where the first one has ended in the middle', async () => {
    const first = await work();
    const tone = new EventEmitter();
    tuner.answer = async () => {
      await once(tone, 'found');
    };
    await hangBell({ tone: 'c', ringAt: at('09:10:00') });
    const number = await ask(at('09:20:00'));
    await eventually(
      () => rowsOf<{ readonly state: string }>(database, 'SELECT state FROM bullmq.job'),
      ([job]) => job?.state === 'active',
    );
    const closing = first.close();
    workers.splice(0);
    tone.emit('found');
    await closing;
    expect(await now()).toBe(at('09:00:01'));
    await work();
    await eventually(
      async () => (await clocks().clockOf(deskId))?.done,
      (done) => done === number,
    );
    expect(await happened()).toEqual(['09:00:00.000 Hung c', '09:00:01.000 Tuned c', '09:10:00.000 Rung c']);
    expect(await now()).toBe(at('09:20:00'));
  });

  it('is moved by one of several workers', async () => {
    await work();
    await work();
    await hangBell({ tone: 'c', ringAt: at('09:10:00') });
    await moveTo(at('09:20:00'));
    expect(await happened()).toEqual(['09:00:00.000 Hung c', '09:00:01.000 Tuned c', '09:10:00.000 Rung c']);
  });

  it('stands while no worker runs, and is moved when one comes', async () => {
    await hangBell({ tone: 'c' });
    const number = await ask(at('09:20:00'));
    expect(await clocks().clockOf(deskId)).toEqual({ now: MORNING, target: at('09:20:00'), asked: number, done: 0 });
    await work();
    await eventually(now, (time) => time === at('09:20:00'));
    expect(await happened()).toEqual(['09:00:00.000 Hung c', '09:00:01.000 Tuned c']);
  });

  it('never goes back', async () => {
    await work();
    await moveTo(at('09:20:00'));
    expect(await clocks().move(deskId, at('09:19:59'))).toBeUndefined();
    expect(await now()).toBe(at('09:20:00'));
  });

  it('is no other desk’s', async () => {
    await work();
    const id = await hang(api, { tone: 'c', ringAt: new Date(Date.now() + 300).toISOString() }, { deskId: ordinaryId });
    await eventually(
      () => happened(ordinaryId),
      (events) => events.length === 3,
    );
    expect(
      await rowsOf(database, `SELECT state FROM bullmq.job WHERE id = $1`, [`ring-bell.${ordinaryId}.${id}`]),
    ).toHaveLength(1);
    expect(await clocks().clockOf(ordinaryId)).toBeUndefined();
    expect(await clocks().move(ordinaryId, at('09:20:00'))).toBeUndefined();
    expect(Date.parse(await api.get(Clock).now(ordinaryId))).toBeGreaterThan(Date.parse('2026-01-01T00:00:00.000Z'));
  });
});
