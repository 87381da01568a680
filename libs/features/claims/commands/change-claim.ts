import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { ClaimCommand } from '../domain/claim.commands.js';
import { claimStream } from '../domain/claim.stream.js';
import { ClaimFactReaders } from './claim.facts.js';

/** One command for one claim, as the bus carries it. */
export class ChangeClaim extends Command<Receipt> {
  constructor(
    readonly command: Asked<ClaimCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeClaim)
export class ChangeClaimHandler implements ICommandHandler<ChangeClaim> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: ClaimFactReaders,
  ) {}

  execute({ command, expectedVersion }: ChangeClaim): Promise<Receipt> {
    return this.streams.decide(claimStream, { command, readers: this.facts.readers, expectedVersion });
  }
}
