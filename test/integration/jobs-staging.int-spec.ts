import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, jobsFor } from '#kernel';
import type { StagedJob } from '#kernel';
import { recorded } from '#kernel/testing';
import { createPool } from '#platform/database';
import { HeldJobs, JobQueues, PostgresJobStager } from '#platform/jobs';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { ringWhenHung, tuneWhenHung } from './bells.js';
import type { BellEvent } from './bells.js';
import { rowsOf } from './processes.js';

const hung: BellEvent = { type: 'Hung', data: { tone: 'c', ringAt: '2126-11-22T12:00:00.000Z' } };
const event = recorded(hung, 'b1', { kind: 'member', id: 'ana', roles: [] });
const jobs: readonly StagedJob[] = [...jobsFor(tuneWhenHung, event), ...jobsFor(ringWhenHung, event)];

class MachineClock extends Clock {
  async now(): Promise<string> {
    return new Date().toISOString();
  }
}

class NobodyHolds extends HeldJobs {
  async holds(): Promise<boolean> {
    return false;
  }

  async hold(): Promise<void> {
    throw new Error('There is nothing to hold.');
  }
}

jest.setTimeout(60_000);

describe('staging jobs', () => {
  let database: TestDatabase;
  let source: DataSource;
  let queues: JobQueues;
  let stager: PostgresJobStager;

  beforeEach(async () => {
    database = await freshDatabase();
    const { worker } = database.urls;
    source = await new DataSource({ type: 'postgres', url: worker, installExtensions: false }).initialize();
    queues = new JobQueues(createPool(worker, { max: 2, application: 'test', searchPath: 'bullmq' }));
    stager = new PostgresJobStager(queues, new NobodyHolds(), new MachineClock());
  });

  afterEach(async () => {
    await queues.onApplicationShutdown();
    await source.destroy();
    await database.drop();
  });

  const staged = () => rowsOf<{ id: string; state: string }>(database, 'SELECT id, state FROM bullmq.job ORDER BY id');
  const both = [
    { id: 'ring-bell.1.b1', state: 'delayed' },
    { id: 'tune-bell.1.b1', state: 'waiting' },
  ];

  it('keeps them when the transaction commits, once', async () => {
    await source.transaction((transaction) => stager.stage(transaction, jobs));
    await source.transaction((transaction) => stager.stage(transaction, jobs));
    expect(await staged()).toEqual(both);
  });

  it('shows them to nobody before that', async () => {
    await source.transaction(async (transaction) => {
      await stager.stage(transaction, jobs);
      expect(await staged()).toEqual([]);
    });
    expect(await staged()).toEqual(both);
  });

  it('loses them when the transaction rolls back', async () => {
    const failing = source.transaction(async (transaction) => {
      await stager.stage(transaction, jobs);
      expect(await jobsSeenIn(transaction)).toBe(2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await staged()).toEqual([]);
  });

  it('leaves the search path of the transaction as it was', async () => {
    const path = await source.transaction(async (transaction) => {
      await transaction.query('SET LOCAL search_path TO pg_temp, read');
      await stager.stage(transaction, jobs);
      return transaction.query('SHOW search_path');
    });
    expect(path).toEqual([{ search_path: 'pg_temp, read' }]);
  });

  it('adds two stagings at a time each to its own transaction', async () => {
    const [tune, ring] = [jobs.slice(0, 1), jobs.slice(1)];
    const failing = source.transaction(async (transaction) => {
      await stager.stage(transaction, tune);
      await source.transaction((other) => stager.stage(other, ring));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await staged()).toEqual([both[0]]);
  });
});

const jobsSeenIn = async (transaction: EntityManager): Promise<number> => {
  const [row] = await transaction.query<readonly { readonly n: number }[]>('SELECT count(*)::int AS n FROM bullmq.job');
  return row?.n ?? 0;
};
