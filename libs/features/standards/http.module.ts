import { Module } from '@nestjs/common';
import { PolicyTimelineController } from './http/policy-timeline.controller.js';
import { PoliciesController } from './http/policies.controller.js';
import { ScaleTimelineController } from './http/scale-timeline.controller.js';
import { ScalesController } from './http/scales.controller.js';
import { GetPoliciesHandler } from './read-models/policies/policies.query.js';
import { GetPolicyHandler } from './read-models/policy-page/policy-page.query.js';
import { GetScaleHandler } from './read-models/scale-page/scale-page.query.js';
import { GetScalesHandler } from './read-models/scales/scales.query.js';
import { StandardsModule } from './standards.module.js';

/** What the API asks and answers about scales and policies. */
@Module({
  imports: [StandardsModule],
  controllers: [ScalesController, ScaleTimelineController, PoliciesController, PolicyTimelineController],
  providers: [GetPoliciesHandler, GetPolicyHandler, GetScaleHandler, GetScalesHandler],
})
export class StandardsHttpModule {}
