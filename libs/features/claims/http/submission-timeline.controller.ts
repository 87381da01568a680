import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline, timelineParameters } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { submissionDecider } from '../domain/submission.decider.js';
import { submissionTimeline } from '../read-models/submission.timeline.js';

const timelineQuery = timelineParameters(submissionDecider.evolve);

@Controller('submissions')
export class SubmissionTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':submissionId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description:
      'For: editor, reviewer, approver, auditor. Every event of the submission, as whoever asks may see it, in order; those of one command together.',
  })
  submissionTimeline(
    @Viewer() viewer: Session,
    @Param('submissionId', { schema: uuid }) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, submissionTimeline, id, filters));
  }
}
