import { Module } from '@nestjs/common';
import { ClaimsModule } from './claims.module.js';
import { ClaimRelationsController } from './http/claim-relations.controller.js';
import { ClaimsController } from './http/claims.controller.js';
import { SubmissionImport } from './http/import/import-submissions.js';
import { SubmissionTimelineController } from './http/submission-timeline.controller.js';
import { SubmissionsController } from './http/submissions.controller.js';
import { GetSubmissionHandler } from './read-models/submission-page/submission-page.query.js';
import { GetTriageQueueHandler } from './read-models/triage-queue/triage-queue.query.js';

@Module({
  imports: [ClaimsModule],
  controllers: [SubmissionsController, SubmissionTimelineController, ClaimsController, ClaimRelationsController],
  providers: [GetSubmissionHandler, GetTriageQueueHandler, SubmissionImport],
})
export class ClaimsHttpModule {}
