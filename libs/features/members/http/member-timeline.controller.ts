import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline, timelineParameters } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { memberDecider } from '../domain/member.decider.js';
import { memberTimeline } from '../read-models/member.timeline.js';

const timelineQuery = timelineParameters(memberDecider.evolve);

@Controller('members')
export class MemberTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':memberId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description:
      'For: editor, approver, admin, auditor, and himself. Every event of the member, as whoever asks may see it, in order; those of one command together.',
  })
  memberTimeline(
    @Viewer() viewer: Session,
    @Param('memberId', { schema: uuid }) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, memberTimeline, id, filters));
  }
}
