import { Module } from '@nestjs/common';
import { FeatureJobsModule } from '#platform/jobs';
import { SubscriptionsModule } from '#platform/subscriptions';
import { EvidenceModule } from './evidence.module.js';
import { ArchiveEvidence } from './jobs/archive-evidence.handler.js';
import { archiveEvidenceWhenCaptured } from './reactions/archive-evidence-when-captured.js';
import { archiveEvidenceWhenRequested } from './reactions/archive-evidence-when-requested.js';

/** The desk's own copies of its sources. */
@Module({
  imports: [
    EvidenceModule,
    FeatureJobsModule.register('evidence', { handlers: [ArchiveEvidence] }),
    SubscriptionsModule.forFeature({ reactions: [archiveEvidenceWhenCaptured, archiveEvidenceWhenRequested] }),
  ],
})
export class EvidenceWorkerModule {}
