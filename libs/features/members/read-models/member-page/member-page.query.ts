import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { memberStream } from '../../domain/member.stream.js';
import { mayReadMember } from '../../domain/readers.js';
import type { MemberPage } from './member-page.answer.js';
import { memberPageOf, shownTo } from './member-page.fold.js';

/** The page of one member: one's own, or that of another. */
export class GetMember extends Query<MemberPage> {
  constructor(
    readonly viewer: Session,
    readonly memberId: string,
  ) {
    super();
  }
}

/** From his stream, so who writes sees it at once. */
@QueryHandler(GetMember)
export class GetMemberHandler implements IQueryHandler<GetMember> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor }, memberId }: GetMember): Promise<MemberPage> {
    demand(mayReadMember(actor, memberId));
    const page = memberPageOf(memberId, await this.streams.eventsOf(memberStream, deskId, memberId));
    if (page === undefined) throw new DomainError('not-found', 'member/not-found', 'There is no such member.');
    return shownTo(actor, page);
  }
}
