import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DomainError } from '#kernel';
import type { PayloadOf } from '#kernel';
import { refTo } from '#platform/event-store';
import { JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { ChangeCheck } from '../commands/change-check.js';
import { checkStream } from '../domain/check.stream.js';
import { publishVerdict } from './publish-verdict.job.js';

type Payload = PayloadOf<typeof publishVerdict>;

/** The code under which a publication is held that no rule has refused. */
const FAILED = 'failed';

/** Publishes an approved version at its time. What stands in the way then goes into an event that people can see. */
@Injectable()
export class PublishVerdictAtItsTime extends JobHandler<typeof publishVerdict> {
  readonly job = publishVerdict;

  constructor(private readonly commands: CommandBus) {
    super();
  }

  async run(payload: Payload, envelopeFor: EnvelopeFor): Promise<void> {
    const { checkId: id, ...data } = payload;
    const envelope = envelopeFor('PublishVerdict', refTo(checkStream, id));
    try {
      await this.commands.execute(new ChangeCheck({ type: 'PublishVerdict', id, data, ...envelope }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.hold(payload, error.code, envelopeFor);
    }
  }

  override giveUp(payload: Payload, envelopeFor: EnvelopeFor): Promise<void> {
    return this.hold(payload, FAILED, envelopeFor);
  }

  private async hold({ checkId: id, ...schedule }: Payload, code: string, envelopeFor: EnvelopeFor): Promise<void> {
    const envelope = envelopeFor('HoldPublication', refTo(checkStream, id));
    const data = { ...schedule, code };
    await this.commands.execute(new ChangeCheck({ type: 'HoldPublication', id, data, ...envelope }));
  }
}
