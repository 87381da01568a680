import { Module } from '@nestjs/common';
import { ChecksWorkerModule } from '#worker/checks';
import { ClaimsWorkerModule } from '#worker/claims';
import { EvidenceWorkerModule } from '#worker/evidence';
import { MembersWorkerModule } from '#worker/members';
import { StandardsWorkerModule } from '#worker/standards';

/** Each feature's subscriptions and jobs, and what their commands and facts need. */
@Module({
  imports: [MembersWorkerModule, StandardsWorkerModule, ClaimsWorkerModule, EvidenceWorkerModule, ChecksWorkerModule],
})
export class WorkerModule {}
