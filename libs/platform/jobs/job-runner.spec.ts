import { Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { UnrecoverableError } from 'bullmq';
import { Clock, DomainError, sha256 } from '#kernel';
import type { JobDefinition } from '#kernel';
import { CommandCarriers, derivedId } from '#platform/commands';
import { MemoryEventStore } from '#platform/event-store';
import { JobHandler } from './job-handler.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import type { JobRun } from './job-runner.js';

const recordedAt = '2026-11-22T10:00:00.000Z';
const mute = new Error('The bell is mute.');
const down = new Error('The database is away.');

class NoonClock extends Clock {
  async now(): Promise<string> {
    return '2026-11-22T12:00:00.000Z';
  }
}

class Ringing extends JobHandler<JobDefinition<unknown>> {
  readonly job = { queue: 'timers', name: 'ring', retry: 'timer' } as const;

  constructor(private readonly sayIt: () => Promise<void>) {
    super();
  }

  async run(): Promise<void> {
    throw mute;
  }

  override async giveUp(): Promise<void> {
    await this.sayIt();
  }
}

const lastAttemptOf = (name: string): JobRun => ({
  id: `${name}.1.b1`,
  name,
  retry: 'timer',
  data: { payload: { category: 'bell' }, deskId: 1, correlationId: 'request', cause: 'bell-b1@3', recordedAt },
  attemptsMade: 7,
  updateData: async () => undefined,
});

describe('the last attempt of a job', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(['log', 'error', 'warn']));

  it('fails for good and has its receipt when that is recorded', async () => {
    const { store, runner } = runnerWith(async () => undefined);
    await expect(runner.run(lastAttemptOf('ring'))).rejects.toThrow(UnrecoverableError);
    expect(await hasReceipt(store, 'ring.1.b1')).toBe(true);
  });

  it('counts as recorded when nobody waits for the job any more', async () => {
    const { store, runner } = runnerWith(async () => {
      throw new DomainError('rule', 'bell/melted', 'This bell is no more.');
    });
    await expect(runner.run(lastAttemptOf('ring'))).rejects.toThrow(UnrecoverableError);
    expect(await hasReceipt(store, 'ring.1.b1')).toBe(true);
  });

  it('is not the last while the failure cannot be recorded', async () => {
    const { store, runner } = runnerWith(async () => {
      throw down;
    });
    await expect(runner.run(lastAttemptOf('ring'))).rejects.toBe(down);
    expect(await hasReceipt(store, 'ring.1.b1')).toBe(false);
  });

  it('leaves no receipt where no command says so: the job may be asked for again', async () => {
    const { store, runner } = runnerWith(async () => undefined);
    await expect(runner.run(lastAttemptOf('chime'))).rejects.toThrow(UnrecoverableError);
    expect(await hasReceipt(store, 'chime.1.b1')).toBe(false);
  });

  it('is another one for each early wake', async () => {
    const { store, runner } = runnerWith(async () => undefined);
    const job = lastAttemptOf('ring');
    await expect(runner.run({ ...job, data: { ...job.data, wokenEarly: 1 } })).rejects.toBe(mute);
    expect(await hasReceipt(store, 'ring.1.b1')).toBe(false);
  });
});

const runnerWith = (sayIt: () => Promise<void>) => {
  const store = new MemoryEventStore();
  const handlers = new JobHandlers(new CommandCarriers(Object.create(CommandBus.prototype)));
  handlers.add([new Ringing(sayIt)]);
  return { store, runner: new JobRunner(handlers, store, new NoonClock()) };
};

const hasReceipt = async (store: MemoryEventStore, jobId: string): Promise<boolean> => {
  const request = { commandId: derivedId(recordedAt, jobId), fingerprint: sha256(jobId) };
  const { replayed } = await store.noteNoop(1, request, { category: 'bell', id: 'b1', version: 3 });
  return replayed === true;
};
