import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '#platform/subscriptions';
import { ChecksModule } from './checks.module.js';
import { expireOfferWhenUnanswered } from './reactions/expire-offer-when-unanswered.js';
import { revealRulingsWhenSubmitted } from './reactions/reveal-rulings-when-submitted.js';
import { claimLinksProjection } from './read-models/claim-links/claim-links.projection.js';
import { claimsProjection } from './read-models/claims/claims.projection.js';
import { deskBoardProjection } from './read-models/desk-board/desk-board.projection.js';
import { workloadProjection } from './read-models/workload/workload.projection.js';

/** What follows from the events of checks: read models, and the timers of offers and reveals. */
@Module({
  imports: [
    ChecksModule,
    SubscriptionsModule.forFeature({
      projections: [claimLinksProjection, claimsProjection, deskBoardProjection, workloadProjection],
      reactions: [expireOfferWhenUnanswered, revealRulingsWhenSubmitted],
    }),
  ],
})
export class ChecksWorkerModule {}
