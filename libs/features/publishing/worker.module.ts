import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '#platform/subscriptions';
import { PublishingModule } from './publishing.module.js';
import { verdictFeedProjection } from './read-models/verdict-feed/verdict-feed.projection.js';

/** What follows from the events of checks for the public: the order of the feed. */
@Module({
  imports: [PublishingModule, SubscriptionsModule.forFeature({ projections: [verdictFeedProjection] })],
})
export class PublishingWorkerModule {}
