import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline, timelineParameters } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { policyDecider } from '../domain/policy.decider.js';
import { policyTimeline } from '../read-models/standards.timelines.js';
import { standardId } from './standards.parameters.js';

const timelineQuery = timelineParameters(policyDecider.evolve);

@Controller('policies')
export class PolicyTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':policyId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description: 'For: every member. Every event of the policy, in order; those of one command together.',
  })
  policyTimeline(
    @Viewer() viewer: Session,
    @Param('policyId', { schema: standardId }) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, policyTimeline, id, filters));
  }
}
