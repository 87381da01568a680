import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '#platform/subscriptions';
import { MembersModule } from './members.module.js';
import { membersProjection } from './read-models/members/members.projection.js';

/** What follows from the events of members: their list. Decisions of other features read their streams in the worker too. */
@Module({
  imports: [MembersModule, SubscriptionsModule.forFeature({ projections: [membersProjection] })],
})
export class MembersWorkerModule {}
