import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeEvidence, ChangeEvidenceHandler } from './commands/change-evidence.js';
import { EvidenceFactReaders } from './commands/evidence.facts.js';
import { evidenceStream } from './domain/evidence.stream.js';
import { EvidenceRow } from './read-models/evidence/evidence.table.js';

/** What every process needs that changes or reads evidence. */
@Module({
  imports: [
    EventStoreModule.forFeature([evidenceStream]),
    CommandsModule.forFeature([carriedBy(evidenceStream, ChangeEvidence)]),
    TypeOrmModule.forFeature([EvidenceRow]),
  ],
  providers: [ChangeEvidenceHandler, EvidenceFactReaders],
})
export class EvidenceModule {}
