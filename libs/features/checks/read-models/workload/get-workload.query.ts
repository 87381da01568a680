import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Clock, demand } from '#kernel';
import type { Instant } from '#kernel';
import { DEFAULT_RULES, activePolicy, policyStream } from '#features/standards';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { DEFAULT_POLICY } from '../../domain/case.decisions.js';
import { mayRead } from '../../domain/readers.js';
import type { WorkloadList } from './workload.answer.js';
import { endOfWeek } from './end-of-week.js';
import { linesMatching, placeOf } from './workload.lines.js';
import type { WorkloadFilters } from './workload.lines.js';

const LIST = 'workload';

export class GetWorkload extends Query<WorkloadList> {
  constructor(
    readonly viewer: Session,
    readonly filters: WorkloadFilters,
  ) {
    super();
  }
}

@QueryHandler(GetWorkload)
export class GetWorkloadHandler implements IQueryHandler<GetWorkload> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly streams: Streams,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetWorkload): Promise<WorkloadList> {
    demand(mayRead('GetWorkload', actor));
    const after = placeIn(this.cursors, LIST, filters.cursor);
    const weekEnds = await this.endOfThisWeek(deskId);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'workload');
      const { page, last } = pageOf(await linesMatching(rows, { filters, weekEnds, after }), filters.limit);
      return {
        items: [...page],
        ...(last && { nextCursor: cursorAfter(this.cursors, LIST, placeOf(last)) }),
        ...readAt,
      };
    });
  }

  /** By the clock and in the time zone of the desk. */
  private async endOfThisWeek(deskId: number): Promise<Instant> {
    const found = await this.streams.readTogether(deskId, [refTo(policyStream, DEFAULT_POLICY)]);
    const active = activePolicy(DEFAULT_POLICY, found.stateOf(policyStream, DEFAULT_POLICY));
    const { timeZone } = (active?.rules ?? DEFAULT_RULES).calendar;
    return endOfWeek(await this.clock.now(deskId), timeZone);
  }
}
