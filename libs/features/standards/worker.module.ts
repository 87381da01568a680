import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '#platform/subscriptions';
import { policiesProjection } from './read-models/policies/policies.projection.js';
import { scalesProjection } from './read-models/scales/scales.projection.js';
import { StandardsModule } from './standards.module.js';

/** What follows from the events of scales and policies: their lists. Decisions of other features read their streams here too. */
@Module({
  imports: [StandardsModule, SubscriptionsModule.forFeature({ projections: [policiesProjection, scalesProjection] })],
})
export class StandardsWorkerModule {}
