import { Module } from '@nestjs/common';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangePolicy, ChangePolicyHandler } from './commands/change-policy.js';
import { ChangeScale, ChangeScaleHandler } from './commands/change-scale.js';
import { policyStream } from './domain/policy.stream.js';
import { scaleStream } from './domain/scale.stream.js';

/** What every process needs that changes scales and policies. */
@Module({
  imports: [
    EventStoreModule.forFeature([scaleStream, policyStream]),
    CommandsModule.forFeature([carriedBy(scaleStream, ChangeScale), carriedBy(policyStream, ChangePolicy)]),
  ],
  providers: [ChangeScaleHandler, ChangePolicyHandler],
})
export class StandardsModule {}
