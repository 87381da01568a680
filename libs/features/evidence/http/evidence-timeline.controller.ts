import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline, timelineParameters } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { evidenceDecider } from '../domain/evidence.decider.js';
import { evidenceTimeline } from '../read-models/evidence.timeline.js';

const timelineQuery = timelineParameters(evidenceDecider.evolve);

@Controller('evidence')
export class EvidenceTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':evidenceId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description:
      'For: editor, reviewer, approver, auditor. Every event of the evidence, as whoever asks may see it, in order; those of one command together.',
  })
  evidenceTimeline(
    @Viewer() viewer: Session,
    @Param('evidenceId', { schema: uuid }) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, evidenceTimeline, id, filters));
  }
}
