import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangePolicy, ChangePolicyHandler } from './commands/change-policy.js';
import { ChangeScale, ChangeScaleHandler } from './commands/change-scale.js';
import { ScaleFactReaders } from './commands/scale.facts.js';
import { policyStream } from './domain/policy.stream.js';
import { scaleStream } from './domain/scale.stream.js';
import { PolicyRow } from './read-models/policies/policies.table.js';
import { PublisherHosts } from './read-models/scales/publisher-hosts.query.js';
import { ScaleRow } from './read-models/scales/scales.table.js';

/** What every process needs that changes or reads scales and policies. */
@Module({
  imports: [
    EventStoreModule.forFeature([scaleStream, policyStream]),
    CommandsModule.forFeature([carriedBy(scaleStream, ChangeScale), carriedBy(policyStream, ChangePolicy)]),
    TypeOrmModule.forFeature([PolicyRow, ScaleRow]),
  ],
  providers: [ChangeScaleHandler, ChangePolicyHandler, PublisherHosts, ScaleFactReaders],
})
export class StandardsModule {}
