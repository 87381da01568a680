import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
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

  /** The editors’ board: the most severe first, and then by what is due. For editors and approvers. */
  @QueryRoute('', { answer: deskBoard, reads: 'desk-board' })
  deskBoard(
    @Viewer() viewer: Session,
    @Query({ schema: boardQuery }) filters: z.infer<typeof boardQuery>,
  ): Promise<DeskBoard> {
    return this.queries.execute(new GetDeskBoard(viewer, filters));
  }

  /** One check as whoever asks may see it. For editors, approvers, and who holds a capacity on it. */
  @QueryRoute(':checkId', { answer: checkPage })
  checkPage(@Viewer() viewer: Session, @Param('checkId', checkId) id: string): Promise<CheckPage> {
    return this.queries.execute(new GetCheckPage(viewer, id));
  }

  /** What happened to one check, event by event, as whoever asks may see it. For auditors, and who may see its page. */
  @QueryRoute(':checkId/timeline', { answer: timeline })
  timeline(
    @Viewer() viewer: Session,
    @Param('checkId', checkId) id: string,
    @Query({ schema: timelineQuery }) filters: z.infer<typeof timelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, id, filters));
  }
}
