import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Clock, demand } from '#kernel';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { mayRead } from '../../domain/readers.js';
import { boardCardOf } from './board-card.js';
import type { DeskBoard } from './desk-board.answer.js';
import { cardsMatching, placeOf } from './matching-cards.js';
import type { BoardFilters } from './matching-cards.js';

const LIST = 'checks';

export class GetDeskBoard extends Query<DeskBoard> {
  constructor(
    readonly viewer: Session,
    readonly filters: BoardFilters,
  ) {
    super();
  }
}

@QueryHandler(GetDeskBoard)
export class GetDeskBoardHandler implements IQueryHandler<GetDeskBoard> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetDeskBoard): Promise<DeskBoard> {
    demand(mayRead('GetDeskBoard', actor));
    const now = await this.clock.now(deskId);
    const after = placeIn(this.cursors, LIST, filters.cursor);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'desk-board');
      const { page, last } = pageOf(await cardsMatching(rows, deskId, { filters, now, after }), filters.limit);
      return {
        items: page.map((row) => boardCardOf(row, now)),
        ...(last && { nextCursor: cursorAfter(this.cursors, LIST, placeOf(last)) }),
        ...readAt,
      };
    });
  }
}
