import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { EvidenceCommand } from '../domain/evidence.commands.js';
import { evidenceStream } from '../domain/evidence.stream.js';
import { EvidenceFactReaders } from './evidence.facts.js';

/** One command for one piece of evidence, as the bus carries it. */
export class ChangeEvidence extends Command<Receipt> {
  constructor(
    readonly command: Asked<EvidenceCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeEvidence)
export class ChangeEvidenceHandler implements ICommandHandler<ChangeEvidence> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: EvidenceFactReaders,
  ) {}

  execute({ command, expectedVersion }: ChangeEvidence): Promise<Receipt> {
    return this.streams.decide(evidenceStream, { command, readers: this.facts.readers, expectedVersion });
  }
}
