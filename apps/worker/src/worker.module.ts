import { Module } from '@nestjs/common';
import { ChecksWorkerModule } from '#worker/checks';
import { ClaimsWorkerModule } from '#worker/claims';
import { EvidenceWorkerModule } from '#worker/evidence';
import { MembersWorkerModule } from '#worker/members';
import { PublishingWorkerModule } from '#worker/publishing';
import { StandardsWorkerModule } from '#worker/standards';

/** Where each feature says what listens to its events. */
export const FEATURE_WORKER_MODULES = [
  MembersWorkerModule,
  StandardsWorkerModule,
  ClaimsWorkerModule,
  EvidenceWorkerModule,
  ChecksWorkerModule,
  PublishingWorkerModule,
] as const;

/** Each feature's subscriptions and jobs, and what their commands and facts need. */
@Module({
  imports: [...FEATURE_WORKER_MODULES],
})
export class WorkerModule {}
