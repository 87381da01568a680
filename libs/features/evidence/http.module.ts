import { Module } from '@nestjs/common';
import { TakeFileHandler } from './commands/take-file.js';
import { EvidenceModule } from './evidence.module.js';
import { EvidenceTimelineController } from './http/evidence-timeline.controller.js';
import { EvidenceController } from './http/evidence.controller.js';
import { FilesController } from './http/files.controller.js';
import { GetEvidenceHandler } from './read-models/evidence/evidence.query.js';
import { GetEvidencePageHandler } from './read-models/evidence-page/evidence-page.query.js';

/** What the API asks and answers about evidence, and how it comes by files. */
@Module({
  imports: [EvidenceModule],
  controllers: [EvidenceController, EvidenceTimelineController, FilesController],
  providers: [GetEvidenceHandler, GetEvidencePageHandler, TakeFileHandler],
})
export class EvidenceHttpModule {}
