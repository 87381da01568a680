import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { checkPage } from '../read-models/check-page/check-page.answer.js';
import type { CheckPage } from '../read-models/check-page/check-page.answer.js';
import { GetCheckPage } from '../read-models/check-page/check-page.query.js';
import { deskBoard } from '../read-models/desk-board/desk-board.answer.js';
import type { DeskBoard } from '../read-models/desk-board/desk-board.answer.js';
import { GetDeskBoard } from '../read-models/desk-board/desk-board.query.js';
import { timeline } from '../read-models/timeline/timeline.answer.js';
import type { Timeline } from '../read-models/timeline/timeline.answer.js';
import { GetTimeline } from '../read-models/timeline/timeline.query.js';
import { boardQuery, timelineQuery } from './queries.parameters.js';

const checkId = { schema: uuid };

@Controller('checks')
export class ChecksQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', { answer: deskBoard, reads: 'desk-board' })
  @ApiOperation({
    summary: 'GetDeskBoard',
    description: 'For: editor, approver. The most severe first, and then by what is due.',
  })
  deskBoard(
    @Viewer() viewer: Session,
    @Query({ schema: boardQuery }) filters: z.infer<typeof boardQuery>,
  ): Promise<DeskBoard> {
    return this.queries.execute(new GetDeskBoard(viewer, filters));
  }

  @QueryRoute(':checkId', { answer: checkPage })
  @ApiOperation({
    summary: 'GetCheckPage',
    description: 'For: editor, approver, and who holds a capacity on the check. As whoever asks may see it.',
  })
  checkPage(@Viewer() viewer: Session, @Param('checkId', checkId) id: string): Promise<CheckPage> {
    return this.queries.execute(new GetCheckPage(viewer, id));
  }

  @QueryRoute(':checkId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description: 'For: auditor, and who may see the page. Every event of the check, as whoever asks may see it.',
  })
  timeline(
    @Viewer() viewer: Session,
    @Param('checkId', checkId) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, id, filters));
  }
}
