import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { checkAsOf } from '../read-models/as-of/as-of.answer.js';
import type { CheckAsOf } from '../read-models/as-of/as-of.answer.js';
import { GetAsOf } from '../read-models/as-of/as-of.query.js';
import { checkPage } from '../read-models/check-page/check-page.answer.js';
import type { CheckPage } from '../read-models/check-page/check-page.answer.js';
import { GetCheckPage } from '../read-models/check-page/check-page.query.js';
import { deskBoard } from '../read-models/desk-board/desk-board.answer.js';
import type { DeskBoard } from '../read-models/desk-board/desk-board.answer.js';
import { GetDeskBoard } from '../read-models/desk-board/desk-board.query.js';
import { rulingDesk } from '../read-models/ruling-desk/ruling-desk.answer.js';
import type { RulingDesk } from '../read-models/ruling-desk/ruling-desk.answer.js';
import { GetRulingDesk } from '../read-models/ruling-desk/ruling-desk.query.js';
import { checkTimeline } from '../read-models/timeline/check.timeline.js';
import { asOfQuery, boardQuery, timelineQuery } from './queries.parameters.js';

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

  @QueryRoute(':checkId/ruling-desk', { answer: rulingDesk })
  @ApiOperation({
    summary: 'GetRulingDesk',
    description:
      'For: reviewer of the round at hand, and who has agreed to break its tie. What he needs to rule, and nothing that is sealed.',
  })
  rulingDesk(@Viewer() viewer: Session, @Param('checkId', checkId) id: string): Promise<RulingDesk> {
    return this.queries.execute(new GetRulingDesk(viewer, id));
  }

  @QueryRoute(':checkId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description:
      'For: auditor, and who may see the page. Every event of the check, as whoever asks may see it, in order; those of one command together.',
  })
  timeline(
    @Viewer() viewer: Session,
    @Param('checkId', checkId) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, checkTimeline, id, filters));
  }

  @QueryRoute(':checkId/as-of', { answer: checkAsOf })
  @ApiOperation({
    summary: 'GetAsOf',
    description: 'For: auditor, editor, approver. How the check stood at a moment; the same whenever it is asked.',
  })
  asOf(
    @Viewer() viewer: Session,
    @Param('checkId', checkId) id: string,
    @Query({ schema: asOfQuery }) moment: z.infer<typeof asOfQuery>,
  ): Promise<CheckAsOf> {
    return this.queries.execute(new GetAsOf(viewer, id, moment));
  }
}
