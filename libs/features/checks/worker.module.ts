import { Module } from '@nestjs/common';
import { FeatureJobsModule } from '#platform/jobs';
import { SubscriptionsModule } from '#platform/subscriptions';
import { ChecksModule } from './checks.module.js';
import { PublishVerdictAtItsTime } from './jobs/publish-verdict.handler.js';
import { ReleaseAssignments } from './jobs/release-assignments.handler.js';
import { closeReplyWindowWhenDue } from './reactions/close-reply-window-when-due.js';
import { expireOfferWhenUnanswered } from './reactions/expire-offer-when-unanswered.js';
import { expireVerdictWhenDueForReview } from './reactions/expire-verdict-when-due-for-review.js';
import { markDeadlinesWhenClocksStart } from './reactions/mark-deadlines-when-clocks-start.js';
import { publishVerdictWhenScheduled } from './reactions/publish-verdict-when-scheduled.js';
import { releaseAssignmentsWhenMemberChanges } from './reactions/release-assignments-when-member-changes.js';
import { revealRulingsWhenSubmitted } from './reactions/reveal-rulings-when-submitted.js';
import { approvalsProjection } from './read-models/approvals/approvals.projection.js';
import { claimLinksProjection } from './read-models/claim-links/claim-links.projection.js';
import { claimsProjection } from './read-models/claims/claims.projection.js';
import { deskBoardProjection } from './read-models/desk-board/desk-board.projection.js';
import { evidenceUseProjection } from './read-models/evidence-use/evidence-use.projection.js';
import { myWorkProjection } from './read-models/my-work/my-work.projection.js';
import { pinnedStandardsProjection } from './read-models/pinned-standards/pinned-standards.projection.js';
import { workloadProjection } from './read-models/workload/workload.projection.js';

/**
 * What follows from the events of checks: read models, the timers of offers, reveals, replies, publications
 * and deadlines, and releases.
 */
@Module({
  imports: [
    ChecksModule,
    FeatureJobsModule.register('checks', {
      handlers: [ReleaseAssignments, PublishVerdictAtItsTime],
      imports: [ChecksModule],
    }),
    SubscriptionsModule.forFeature({
      projections: [
        approvalsProjection,
        claimLinksProjection,
        claimsProjection,
        deskBoardProjection,
        evidenceUseProjection,
        myWorkProjection,
        pinnedStandardsProjection,
        workloadProjection,
      ],
      reactions: [
        expireOfferWhenUnanswered,
        releaseAssignmentsWhenMemberChanges,
        revealRulingsWhenSubmitted,
        closeReplyWindowWhenDue,
        publishVerdictWhenScheduled,
        expireVerdictWhenDueForReview,
        markDeadlinesWhenClocksStart,
      ],
    }),
  ],
})
export class ChecksWorkerModule {}
