import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { PolicyCommand } from '../domain/policy.commands.js';
import { policyStream } from '../domain/policy.stream.js';

/** One command for one policy, as the bus carries it. */
export class ChangePolicy extends Command<Receipt> {
  constructor(
    readonly command: Asked<PolicyCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangePolicy)
export class ChangePolicyHandler implements ICommandHandler<ChangePolicy> {
  constructor(private readonly streams: Streams) {}

  execute({ command, expectedVersion }: ChangePolicy): Promise<Receipt> {
    return this.streams.decide(policyStream, { command, readers: {}, expectedVersion });
  }
}
