import { Module } from '@nestjs/common';
import { FeatureJobsModule } from '#platform/jobs';
import { SubscriptionsModule } from '#platform/subscriptions';
import { ClaimsModule } from './claims.module.js';
import { SimilarClaims } from './domain/similar-claims.js';
import { AnalyseSubmission } from './jobs/analyse-submission.handler.js';
import { FindSimilarClaims } from './jobs/find-similar-claims.handler.js';
import { analyseSubmissionWhenReceived } from './reactions/analyse-submission-when-received.js';
import { findSimilarClaimsWhenWorded } from './reactions/find-similar-claims-when-worded.js';
import { missTriageWhenRegistered } from './reactions/miss-triage-when-registered.js';
import { claimWordingsProjection } from './read-models/similar-claims/claim-wordings.projection.js';
import { WordMatcher } from './read-models/similar-claims/word-matcher.js';
import { triageQueueProjection } from './read-models/triage-queue/triage-queue.projection.js';

/** The one way in which similar claims are found. */
@Module({ providers: [{ provide: SimilarClaims, useClass: WordMatcher }], exports: [SimilarClaims] })
class MatcherModule {}

/** What follows from submissions and claims. */
@Module({
  imports: [
    ClaimsModule,
    FeatureJobsModule.register('claims', {
      handlers: [AnalyseSubmission, FindSimilarClaims],
      imports: [MatcherModule],
    }),
    SubscriptionsModule.forFeature({
      projections: [claimWordingsProjection, triageQueueProjection],
      reactions: [analyseSubmissionWhenReceived, findSimilarClaimsWhenWorded, missTriageWhenRegistered],
    }),
  ],
})
export class ClaimsWorkerModule {}
