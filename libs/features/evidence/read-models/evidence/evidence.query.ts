import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { demand } from '#kernel';
import type { Key } from '#kernel';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { mayAccess } from '../../domain/access.js';
import type { EvidenceFlag } from '../../domain/evidence.flags.js';
import type { EvidenceStatus } from '../../domain/evidence.status.js';
import { evidenceStream } from '../../domain/evidence.stream.js';
import { sightOfEvidence } from '../../domain/visible.js';
import type { EvidenceList } from './evidence.answer.js';
import { lineOf } from './evidence.line.js';
import { EvidenceRow } from './evidence.table.js';

export type EvidenceFilters = {
  readonly state?: EvidenceStatus;
  readonly originGroup?: Key;
  readonly flag?: EvidenceFlag;
  readonly limit: number;
  readonly cursor?: string;
};

const LIST = 'evidence';

export class GetEvidence extends Query<EvidenceList> {
  constructor(
    readonly viewer: Session,
    readonly filters: EvidenceFilters,
  ) {
    super();
  }
}

/** Found in a read model, which may lag; who may see what it says is read from the streams, so that no restriction does. */
@QueryHandler(GetEvidence)
export class GetEvidenceHandler implements IQueryHandler<GetEvidence> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly streams: Streams,
    private readonly cursors: Cursors,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetEvidence): Promise<EvidenceList> {
    demand(mayAccess('GetEvidence', actor));
    const after = placeIn(this.cursors, LIST, filters.cursor);
    const { found, readAt } = await this.readModels.in(deskId, async (rows) => ({
      readAt: await this.positions.positionOf(rows, 'evidence'),
      found: await matching(rows, deskId, filters, after),
    }));
    const { page, last } = pageOf(found, filters.limit);
    const streams = await this.streams.readTogether(
      deskId,
      page.map(({ evidenceId }) => refTo(evidenceStream, evidenceId)),
    );
    return {
      items: page.map((row) => lineOf(row, sightOfEvidence(actor, streams.stateOf(evidenceStream, row.evidenceId)))),
      ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.capturedAt, last.evidenceId]) }),
      ...readAt,
    };
  }
}

/** The newest first: one more than a page, to see whether there is another. */
const matching = (
  rows: EntityManager,
  deskId: number,
  { state, originGroup, flag, limit }: EvidenceFilters,
  after: readonly string[] | undefined,
): Promise<readonly EvidenceRow[]> => {
  const lines = rows.createQueryBuilder(EvidenceRow, 'line').where('line.deskId = :deskId', { deskId });
  if (state !== undefined) lines.andWhere('line.status = :state', { state });
  if (originGroup !== undefined) lines.andWhere('line.originGroup = :originGroup', { originGroup });
  if (flag !== undefined) lines.andWhere(flag === 'broken' ? "line.status = 'broken'" : `line.${flag}`);
  const [capturedAt, evidenceId] = after ?? [];
  if (after !== undefined)
    lines.andWhere('(line.capturedAt, line.evidenceId) < (:capturedAt, :evidenceId)', { capturedAt, evidenceId });
  return lines
    .orderBy('line.capturedAt', 'DESC')
    .addOrderBy('line.evidenceId', 'DESC')
    .limit(limit + 1)
    .getMany();
};
