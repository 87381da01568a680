import { EventEmitter, once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { Queue, createPostgresBackend } from 'bullmq';
import { Pool } from 'pg';
import { withSetting } from '#platform/config';
import { derivedId } from '#platform/commands';
import { FinalFailure } from '#platform/jobs';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { hang, startWorker, tuner } from './bells.js';
import { eventually, openDesk, rowsOf } from './processes.js';

jest.setTimeout(60_000);

type JobRow = {
  readonly state: string;
  readonly attempts: number;
  readonly early: number | null;
  readonly reason: string | null;
};

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

describe('a job', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  let closing: Promise<void> | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
    await openDesk(database, 1);
    worker = await startWorker(database);
  });

  beforeEach(() => {
    tuner.answer = async () => undefined;
  });

  afterAll(async () => {
    await (closing ?? worker.close());
    await database.drop();
  });

  const eventsOf = async (bellId: string): Promise<readonly string[]> => {
    const rows = await rowsOf<{ type: string }>(
      database,
      'SELECT type FROM event_store.event WHERE stream_id = $1 ORDER BY version',
      [`bell-${bellId}`],
    );
    return rows.map(({ type }) => type);
  };

  const jobOf = async (id: string): Promise<JobRow | undefined> => {
    const [row] = await rowsOf<JobRow>(
      database,
      `SELECT state, attempts_made AS attempts, (data->>'wokenEarly')::int AS early, failed_reason AS reason
         FROM bullmq.job WHERE id = $1`,
      [id],
    );
    return row;
  };

  const untilJob = (id: string, state: string, attempts?: number): Promise<JobRow | undefined> =>
    eventually(
      () => jobOf(id),
      (job) => job?.state === state && (attempts === undefined || job.attempts === attempts),
    );

  const hasReceipt = async (jobId: string, bellId: string): Promise<boolean> => {
    const [hung] = await rowsOf<{ at: Date }>(
      database,
      'SELECT recorded_at AS at FROM event_store.event WHERE stream_id = $1 AND version = 1',
      [`bell-${bellId}`],
    );
    const receipts = await rowsOf<{ place: string }>(
      database,
      `SELECT stream_id || '@' || version AS place FROM event_store.noop WHERE command_id = $1`,
      [derivedId(hung?.at.toISOString() ?? '', jobId)],
    );
    expect(receipts.every(({ place }) => place === `bell-${bellId}@1`)).toBe(true);
    return receipts.length === 1;
  };

  /** As an operator, or a clock that goes wrong, would. */
  const wake = async (queue: string, id: string): Promise<void> => {
    const pool = new Pool({ connectionString: withSetting(database.urls.worker, 'search_path', 'bullmq') });
    const jobs = new Queue(queue, { connection: pool, skipMetasUpdate: true }, createPostgresBackend);
    await (await jobs.getJob(id))?.promote();
    await jobs.close();
    await pool.end();
  };

  it('sends its command when it is due, and leaves a receipt', async () => {
    const id = await hang(worker, { tone: 'c', ringAt: new Date(Date.now() + 500).toISOString() });
    await untilJob(`ring-bell.1.${id}`, 'completed');
    expect(await eventsOf(id)).toContain('Rung');
    expect(await hasReceipt(`ring-bell.1.${id}`, id)).toBe(true);
    const [rung] = await rowsOf<{ hung: Date }>(
      database,
      `SELECT r.actor, r.cause, r.command_id AS command, h.recorded_at AS hung
         FROM event_store.event r JOIN event_store.event h ON h.stream_id = r.stream_id AND h.version = 1
        WHERE r.type = 'Rung' AND r.stream_id = $1`,
      [`bell-${id}`],
    );
    expect(rung).toMatchObject({
      actor: 'service:ring-bell',
      cause: `bell-${id}@1`,
      command: derivedId(rung?.hung.toISOString() ?? '', `ring-bell.1.${id}/Ring/bell-${id}`),
    });
  });

  it('has one effect, however often it is run', async () => {
    const id = await hang(worker, { tone: 'c' });
    await untilJob(`tune-bell.1.${id}`, 'completed');
    await rowsOf(database, `UPDATE bullmq.job SET state = 'waiting' WHERE id = $1`, [`tune-bell.1.${id}`]);
    await eventually(
      async () => tuner.calls.get(id),
      (calls) => calls === 2,
    );
    await untilJob(`tune-bell.1.${id}`, 'completed');
    expect(await eventsOf(id)).toEqual(['Hung', 'Tuned']);
  });

  it('that is a timer sends nothing before it is due, however often it is woken, and is not lost', async () => {
    const id = await hang(worker, { tone: 'c', ringAt: inAnHour() });
    const job = `ring-bell.1.${id}`;
    await untilJob(job, 'delayed');
    for (let wakes = 1; wakes <= 10; wakes += 1) {
      await wake('timers', job);
      expect(await untilJob(job, 'delayed', wakes)).toMatchObject({ early: wakes });
    }
    expect(await eventsOf(id)).not.toContain('Rung');
    expect(await hasReceipt(job, id)).toBe(false);
    await rowsOf(
      database,
      `UPDATE bullmq.job SET data = jsonb_set(data, '{dueAt}', '"2020-01-01T00:00:00.000Z"') WHERE id = $1`,
      [job],
    );
    await wake('timers', job);
    await untilJob(job, 'completed');
    expect(await eventsOf(id)).toContain('Rung');
    expect(await hasReceipt(job, id)).toBe(true);
  });

  it('is tried again after an error that passes', async () => {
    tuner.answer = async (call) => {
      if (call === 1) throw new Error('The line is busy.');
    };
    const id = await hang(worker, { tone: 'c' });
    await untilJob(`tune-bell.1.${id}`, 'completed', 2);
    expect(await eventsOf(id)).toEqual(['Hung', 'Tuned']);
  });

  it('is given up after its last attempt: that is recorded, the job stays failed and has its receipt', async () => {
    tuner.answer = async () => {
      throw new Error('The line is busy.');
    };
    const id = await hang(worker, { tone: 'c' });
    const job = `tune-bell.1.${id}`;
    for (let failures = 1; failures < 8; failures += 1) {
      await untilJob(job, 'delayed', failures);
      await wake('evidence', job);
    }
    expect(await untilJob(job, 'failed', 8)).toMatchObject({ reason: 'The line is busy.' });
    expect(await eventsOf(id)).toEqual(['Hung', 'Tuned']);
    expect(await hasReceipt(job, id)).toBe(true);
  });

  it('is given up at once where trying again cannot help', async () => {
    tuner.answer = async () => {
      throw new FinalFailure('This bell has no tone.');
    };
    const id = await hang(worker, { tone: 'c' });
    const job = `tune-bell.1.${id}`;
    expect(await untilJob(job, 'failed')).toMatchObject({ attempts: 1, reason: 'This bell has no tone.' });
    expect(tuner.calls.get(id)).toBe(1);
    expect(await eventsOf(id)).toEqual(['Hung', 'Tuned']);
    expect(await hasReceipt(job, id)).toBe(true);
  });

  it('that is refused has come too late, and is done', async () => {
    const id = await hang(worker, { tone: 'c', ringAt: inAnHour() });
    const job = `ring-bell.1.${id}`;
    await untilJob(job, 'delayed');
    const changes = `jsonb_set(jsonb_set(data, '{payload,data,times}', '-1'), '{dueAt}', '"2020-01-01T00:00:00.000Z"')`;
    await rowsOf(database, `UPDATE bullmq.job SET data = ${changes} WHERE id = $1`, [job]);
    await wake('timers', job);
    await untilJob(job, 'completed', 1);
    expect(await eventsOf(id)).not.toContain('Rung');
    expect(await hasReceipt(job, id)).toBe(true);
  });

  it('that runs when the process stops comes to its end first', async () => {
    const tone = new EventEmitter();
    tuner.answer = async () => {
      await once(tone, 'found');
    };
    const id = await hang(worker, { tone: 'c' });
    await untilJob(`tune-bell.1.${id}`, 'active');
    closing = worker.close();
    await eventually(
      () => leasesHeld(database),
      (held) => held === 0,
    );
    expect(await eventsOf(id)).toEqual(['Hung']);
    tone.emit('found');
    await closing;
    expect(await eventsOf(id)).toEqual(['Hung', 'Tuned']);
    expect(await jobOf(`tune-bell.1.${id}`)).toMatchObject({ state: 'completed' });
  });
});

const leasesHeld = async (database: TestDatabase): Promise<number> => {
  const held = await rowsOf(database, `SELECT FROM event_store.subscription WHERE lease_until > now()`);
  return held.length;
};
