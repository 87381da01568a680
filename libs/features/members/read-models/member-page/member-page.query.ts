import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { memberStream } from '../../domain/member.stream.js';
import type { MemberPage } from './member-page.answer.js';
import { memberPageOf } from './member-page.fold.js';

/** One's own page, and nobody else's. */
export class GetOwnPage extends Query<MemberPage> {
  constructor(readonly viewer: Session) {
    super();
  }
}

/** From his stream, so who writes sees it at once. */
@QueryHandler(GetOwnPage)
export class GetOwnPageHandler implements IQueryHandler<GetOwnPage> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor } }: GetOwnPage): Promise<MemberPage> {
    const page = memberPageOf(actor.id, await this.streams.eventsOf(memberStream, deskId, actor.id));
    if (page === undefined) throw new DomainError('not-found', 'member/not-found', 'There is no such member.');
    return page;
  }
}
