import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline, timelineParameters } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { scaleDecider } from '../domain/scale.decider.js';
import { scaleTimeline } from '../read-models/standards.timelines.js';
import { standardId } from './standards.parameters.js';

const timelineQuery = timelineParameters(scaleDecider.evolve);

@Controller('scales')
export class ScaleTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':scaleId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description: 'For: every member. Every event of the scale, in order; those of one command together.',
  })
  scaleTimeline(
    @Viewer() viewer: Session,
    @Param('scaleId', { schema: standardId }) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, scaleTimeline, id, filters));
  }
}
