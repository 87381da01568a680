import { Module } from '@nestjs/common';
import { FeatureJobsModule } from '#platform/jobs';
import { SubscriptionsModule } from '#platform/subscriptions';
import { EvidenceModule } from './evidence.module.js';
import { ArchiveEvidence } from './jobs/archive-evidence.handler.js';
import { archiveEvidenceWhenCaptured } from './reactions/archive-evidence-when-captured.js';
import { archiveEvidenceWhenRequested } from './reactions/archive-evidence-when-requested.js';
import { evidenceProjection } from './read-models/evidence/evidence.projection.js';

/** The desk's own copies of its sources, and the list of them. */
@Module({
  imports: [
    EvidenceModule,
    FeatureJobsModule.register('evidence', { handlers: [ArchiveEvidence] }),
    SubscriptionsModule.forFeature({
      projections: [evidenceProjection],
      reactions: [archiveEvidenceWhenCaptured, archiveEvidenceWhenRequested],
    }),
  ],
})
export class EvidenceWorkerModule {}
