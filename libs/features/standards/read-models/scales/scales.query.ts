import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { ChecksPinned, pinsOf } from '../../domain/checks-pinned.js';
import type { PinnedVersion } from '../../domain/checks-pinned.js';
import type { ListFilters } from '../list-filters.js';
import type { ScaleLine, ScaleList } from './scales.answer.js';
import { ScaleRow } from './scales.table.js';

const LIST = 'scales';

/** For every member of the desk. */
export class GetScales extends Query<ScaleList> {
  constructor(
    readonly viewer: Session,
    readonly filters: ListFilters,
  ) {
    super();
  }
}

@QueryHandler(GetScales)
export class GetScalesHandler implements IQueryHandler<GetScales> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
    private readonly checks: ChecksPinned,
  ) {}

  async execute({ viewer: { deskId }, filters: { limit, cursor } }: GetScales): Promise<ScaleList> {
    const after = placeIn(this.cursors, LIST, cursor);
    const found = await this.readModels.in(deskId, async (rows) => ({
      readAt: await this.positions.positionOf(rows, 'scales'),
      ...pageOf(await scalesAfter(rows, deskId, limit, after), limit),
    }));
    const { page, last, readAt } = found;
    const pinned = await this.checks.to(
      deskId,
      'scale',
      page.map(({ scaleId }) => scaleId),
    );
    return {
      items: page.map((row) => lineOf(row, pinned)),
      ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.scaleId]) }),
      ...readAt,
    };
  }
}

/** In the order of their keys: one more than a page. */
const scalesAfter = (
  rows: EntityManager,
  deskId: number,
  limit: number,
  after: readonly string[] | undefined,
): Promise<readonly ScaleRow[]> => {
  const scales = rows.createQueryBuilder(ScaleRow, 'scale').where('scale.deskId = :deskId', { deskId });
  if (after !== undefined) scales.andWhere('scale.scaleId > :scaleId', { scaleId: after[0] });
  return scales
    .orderBy('scale.scaleId')
    .limit(limit + 1)
    .getMany();
};

const lineOf = (
  { scaleId, name, kind, publisherHost, published, draft }: ScaleRow,
  pinned: readonly PinnedVersion[],
): ScaleLine => ({
  scaleId,
  name,
  kind,
  ...(publisherHost !== null && { publisherHost }),
  ...(published !== null && { published }),
  ...(draft !== null && { draft }),
  pinned: [...pinsOf(pinned, scaleId)],
});
