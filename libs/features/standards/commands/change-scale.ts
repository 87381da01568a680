import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { ScaleCommand } from '../domain/scale.commands.js';
import { scaleStream } from '../domain/scale.stream.js';
import { ScaleFactReaders } from './scale.facts.js';

/** One command for one scale, as the bus carries it. */
export class ChangeScale extends Command<Receipt> {
  constructor(
    readonly command: Asked<ScaleCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeScale)
export class ChangeScaleHandler implements ICommandHandler<ChangeScale> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: ScaleFactReaders,
  ) {}

  execute({ command, expectedVersion }: ChangeScale): Promise<Receipt> {
    return this.streams.decide(scaleStream, { command, readers: this.facts.readers, expectedVersion });
  }
}
