import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { Streams } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import type { Timeline } from './timeline.answer.js';
import { entriesMatching, entriesOf } from './timeline.entries.js';
import type { EntryFilters } from './timeline.entries.js';
import type { TimelineSource } from './timeline.rights.js';

type TimelineFilters = EntryFilters & { readonly limit: number; readonly cursor?: string };

/** What happened to one stream, as whoever asks may see it. */
export class GetTimeline extends Query<Timeline> {
  constructor(
    readonly viewer: Session,
    readonly source: TimelineSource,
    readonly id: string,
    readonly filters: TimelineFilters,
  ) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(
    private readonly streams: Streams,
    private readonly cursors: Cursors,
  ) {}

  async execute({ viewer: { deskId, actor }, source, id, filters }: GetTimeline): Promise<Timeline> {
    demand(source.mayRead(actor, id));
    const { category } = source;
    const list = `timeline-${category}`;
    const after = Number(placeIn(this.cursors, list, filters.cursor)?.[0] ?? 0);
    const events = await source.eventsOf(this.streams, deskId, id);
    if (events.length === 0)
      throw new DomainError('not-found', `${category}/not-found`, `There is no such ${category}.`);
    const seen = await source.seenBy(actor, events as never, { deskId, streams: this.streams });
    const matching = entriesMatching(entriesOf(seen), filters).filter(({ no }) => no > after);
    const { page, last } = pageOf(matching, filters.limit);
    return {
      stream: `${category}-${id}`,
      version: events.length,
      items: [...page],
      ...(last && { nextCursor: cursorAfter(this.cursors, list, [String(last.no)]) }),
    };
  }
}
