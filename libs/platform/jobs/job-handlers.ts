import { Injectable } from '@nestjs/common';
import type { Intent } from '#kernel';
import { CommandCarriers } from '#platform/commands';
import type { EnvelopeFor, JobHandler } from './job-handler.js';

// eslint-disable-next-line typescript/no-explicit-any -- a handler of whichever job
export type AnyJobHandler = JobHandler<any>;

/** What the last attempt ended with, and how many there were. */
export type Failure = { readonly error: Error; readonly attempts: number };

/** Every handler of this process, by the name of its job. What has none is a timer. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, AnyJobHandler>();

  constructor(private readonly carriers: CommandCarriers) {}

  add(handlers: readonly AnyJobHandler[]): void {
    for (const handler of handlers) this.handlers.set(handler.job.name, handler);
  }

  async run(name: string, payload: unknown, envelopeFor: EnvelopeFor): Promise<void> {
    const handler = this.handlers.get(name);
    if (handler === undefined) await this.send(payload as Intent<unknown>, envelopeFor);
    else await handler.run(payload, envelopeFor);
  }

  /** Whether the failure is recorded now: not all jobs have a command that says so. */
  async giveUp(
    name: string,
    payload: unknown,
    envelopeFor: EnvelopeFor,
    { error, attempts }: Failure,
  ): Promise<boolean> {
    const handler = this.handlers.get(name);
    if (handler?.giveUp === undefined) return false;
    await handler.giveUp(payload, envelopeFor, error, attempts);
    return true;
  }

  private async send({ category, id, command, data }: Intent<unknown>, envelopeFor: EnvelopeFor): Promise<void> {
    await this.carriers.send(category, { type: command, id, data, ...envelopeFor(command, { category, id }) });
  }
}
