import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, FactReaders, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import { FileCatalogue } from '#platform/file-store';
import type { EvidenceCommand } from '../domain/evidence.commands.js';
import type { EvidenceState } from '../domain/evidence.state.js';
import { evidenceStream } from '../domain/evidence.stream.js';

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
  private readonly readers: FactReaders<EvidenceState, EvidenceCommand> = {
    CaptureEvidence: async ({ deskId, data: { file } }) => ({
      file: file && (await this.files.find(deskId, file.sha256)),
    }),
  };

  constructor(
    private readonly streams: Streams,
    private readonly files: FileCatalogue,
  ) {}

  execute({ command, expectedVersion }: ChangeEvidence): Promise<Receipt> {
    return this.streams.decide(evidenceStream, { command, readers: this.readers, expectedVersion });
  }
}
