import { Module } from '@nestjs/common';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeEvidence, ChangeEvidenceHandler } from './commands/change-evidence.js';
import { evidenceStream } from './domain/evidence.stream.js';

/** What every process needs that changes evidence. */
@Module({
  imports: [
    EventStoreModule.forFeature([evidenceStream]),
    CommandsModule.forFeature([carriedBy(evidenceStream, ChangeEvidence)]),
  ],
  providers: [ChangeEvidenceHandler],
})
export class EvidenceModule {}
