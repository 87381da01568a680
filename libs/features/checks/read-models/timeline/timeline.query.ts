import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand, stateOf } from '#kernel';
import { Streams } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { checkDecider } from '../../domain/check.decider.js';
import { checkStream } from '../../domain/check.stream.js';
import { mayRead } from '../../domain/readers.js';
import type { Timeline } from './timeline.answer.js';
import { entriesFor, entriesMatching } from './timeline.entries.js';

export type TimelineFilters = {
  readonly type?: string;
  /** A member’s id, or `service:<job>`. */
  readonly actor?: string;
  readonly limit: number;
  readonly cursor?: string;
};

export class GetTimeline extends Query<Timeline> {
  constructor(
    readonly viewer: Session,
    readonly checkId: string,
    readonly filters: TimelineFilters,
  ) {
    super();
  }
}

const LIST = 'timeline';

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(
    private readonly streams: Streams,
    private readonly cursors: Cursors,
  ) {}

  async execute({ viewer: { deskId, actor }, checkId, filters }: GetTimeline): Promise<Timeline> {
    demand(mayRead('GetTimeline', actor));
    const after = Number(placeIn(this.cursors, LIST, filters.cursor)?.[0] ?? 0);
    const events = await this.streams.eventsOf(checkStream, deskId, checkId);
    if (events.length === 0) throw new DomainError('not-found', 'check/not-found', 'There is no such check.');
    const state = stateOf(checkDecider, events);
    demand(mayRead('GetTimeline', actor, state));
    const matching = entriesMatching(entriesFor(actor, events, state), filters).filter(({ no }) => no > after);
    const { page, last } = pageOf(matching, filters.limit);
    return {
      checkId,
      version: events.length,
      items: [...page],
      ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [String(last.no)]) }),
    };
  }
}
