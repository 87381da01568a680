import { Injectable, Logger } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { Clock, DomainError, sha256 } from '#kernel';
import type { JobData, Retry } from '#kernel';
import { derivedId } from '#platform/commands';
import { EventStore } from '#platform/event-store';
import { FinalFailure, envelopeOf } from './job-handler.js';
import type { EnvelopeFor } from './job-handler.js';
import { JobHandlers } from './job-handlers.js';
import type { Failure } from './job-handlers.js';
import { WokenEarly, attemptsOf } from './retries.js';

/** What a job carries in its queue: the wakes before its time do not count as attempts. */
export type QueuedData = JobData<unknown> & { readonly wokenEarly?: number };

/** One run of a job, as its queue hands it out. */
export type JobRun = {
  readonly id: string;
  readonly name: string;
  readonly retry: Retry;
  readonly data: QueuedData;
  /** The runs that ended with an error, early wakes among them. */
  readonly attemptsMade: number;
  updateData(data: QueuedData): Promise<void>;
};

/** Runs a job to its end: done, come too late, or given up. Each leaves a receipt, so that the log does not ask for it again. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Throws when the job is to be tried again, and `UnrecoverableError` when it has failed for good. */
  async run(job: JobRun): Promise<void> {
    const now = await this.clock.now(job.data.deskId);
    await refuseEarly(job, now);
    const envelopeFor = envelopeOf(job.name, job.id, job.data, now);
    try {
      await this.handlers.run(job.name, job.data.payload, envelopeFor);
    } catch (error) {
      if (!isRefusal(error)) return this.fail(job, envelopeFor, error as Error);
    }
    await this.note(job);
  }

  private async fail(job: JobRun, envelopeFor: EnvelopeFor, error: Error): Promise<never> {
    const { id, name, retry, data, attemptsMade } = job;
    const attempt = attemptsMade + 1 - (data.wokenEarly ?? 0);
    if (!(error instanceof FinalFailure) && attempt < attemptsOf(retry)) throw error;
    this.logger.warn(`${id} is given up after ${attempt} attempts: ${error.message}`);
    if (await this.giveUp(name, data.payload, envelopeFor, { error, attempts: attempt })) await this.note(job);
    throw new UnrecoverableError(error.message);
  }

  /** A refusal says that the failure is on record, or that nobody waits for this job any more. */
  private async giveUp(name: string, payload: unknown, envelopeFor: EnvelopeFor, failure: Failure): Promise<boolean> {
    try {
      return await this.handlers.giveUp(name, payload, envelopeFor, failure);
    } catch (refusal) {
      if (isRefusal(refusal)) return true;
      throw refusal;
    }
  }

  private async note({ id, data: { deskId, cause, recordedAt } }: JobRun): Promise<void> {
    const request = { commandId: derivedId(recordedAt, id), fingerprint: sha256(id) };
    await this.store.noteNoop(deskId, request, placeOf(cause));
  }
}

const isRefusal = (error: unknown): boolean => error instanceof DomainError;

const refuseEarly = async (job: JobRun, now: string): Promise<void> => {
  const { dueAt, wokenEarly = 0 } = job.data;
  if (dueAt === undefined || now >= dueAt) return;
  await job.updateData({ ...job.data, wokenEarly: wokenEarly + 1 });
  throw new WokenEarly(job.id, dueAt, Date.parse(dueAt) - Date.parse(now));
};

/** `stream@version`, taken apart. */
const placeOf = (cause: string) => {
  const at = cause.lastIndexOf('@');
  const dash = cause.indexOf('-');
  return { category: cause.slice(0, dash), id: cause.slice(dash + 1, at), version: Number(cause.slice(at + 1)) };
};
