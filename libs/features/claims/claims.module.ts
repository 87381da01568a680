import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeClaim, ChangeClaimHandler } from './commands/change-claim.js';
import { ChangeSubmission, ChangeSubmissionHandler } from './commands/change-submission.js';
import { ClaimFactReaders } from './commands/claim.facts.js';
import { RegisterSubmissionsHandler } from './commands/register-submissions.js';
import { SubmissionFactReaders } from './commands/submission.facts.js';
import { claimStream } from './domain/claim.stream.js';
import { submissionStream } from './domain/submission.stream.js';
import { OpenProposalRow, TriageQueueRow } from './read-models/triage-queue/triage-queue.table.js';

/** What every process needs that changes or reads submissions and claims. */
@Module({
  imports: [
    EventStoreModule.forFeature([submissionStream, claimStream]),
    CommandsModule.forFeature([carriedBy(submissionStream, ChangeSubmission), carriedBy(claimStream, ChangeClaim)]),
    TypeOrmModule.forFeature([OpenProposalRow, TriageQueueRow]),
  ],
  providers: [
    ChangeSubmissionHandler,
    RegisterSubmissionsHandler,
    SubmissionFactReaders,
    ChangeClaimHandler,
    ClaimFactReaders,
  ],
})
export class ClaimsModule {}
