import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { ChecksPinned } from '../../domain/checks-pinned.js';
import { scaleStream } from '../../domain/scale.stream.js';
import type { ScalePage } from './scale-page.answer.js';
import { scalePageOf } from './scale-page.fold.js';

/** For every member of the desk. */
export class GetScale extends Query<ScalePage> {
  constructor(
    readonly viewer: Session,
    readonly scaleId: string,
  ) {
    super();
  }
}

/** From its stream, so who writes sees it at once. How many checks rest on it is counted elsewhere. */
@QueryHandler(GetScale)
export class GetScaleHandler implements IQueryHandler<GetScale> {
  constructor(
    private readonly streams: Streams,
    private readonly checks: ChecksPinned,
  ) {}

  async execute({ viewer: { deskId }, scaleId }: GetScale): Promise<ScalePage> {
    const events = await this.streams.eventsOf(scaleStream, deskId, scaleId);
    const pinned = events.length === 0 ? [] : await this.checks.to(deskId, 'scale', [scaleId]);
    const page = scalePageOf(scaleId, events, pinned);
    if (page === undefined) throw new DomainError('not-found', 'scale/not-found', 'There is no such scale.');
    return page;
  }
}
