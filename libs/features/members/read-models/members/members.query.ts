import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { demand } from '#kernel';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { mayReadMembers } from '../../domain/readers.js';
import { MemberDirectory } from './member-directory.js';
import type { MemberFilters } from './member-directory.js';
import type { MemberList } from './members.answer.js';

const LIST = 'members';

export class GetMembers extends Query<MemberList> {
  constructor(
    readonly viewer: Session,
    readonly filters: MemberFilters & { readonly cursor?: string },
  ) {
    super();
  }
}

@QueryHandler(GetMembers)
export class GetMembersHandler implements IQueryHandler<GetMembers> {
  constructor(
    private readonly directory: MemberDirectory,
    private readonly cursors: Cursors,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetMembers): Promise<MemberList> {
    demand(mayReadMembers(actor));
    const [afterMember] = placeIn(this.cursors, LIST, filters.cursor) ?? [];
    const { lines, readAt } = await this.directory.find(deskId, filters, afterMember);
    const { page, last } = pageOf(lines, filters.limit);
    return {
      items: [...page],
      ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.memberId]) }),
      ...readAt,
    };
  }
}
