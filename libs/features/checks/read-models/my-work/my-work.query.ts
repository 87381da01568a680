import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, demand } from '#kernel';
import type { Actor, Instant } from '#kernel';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { mayRead } from '../../domain/readers.js';
import type { MyWork, WorkAnswer } from './my-work.answer.js';
import type { CaseAtHand } from './my-work.case.js';
import { ANY_APPROVER } from './my-work.items.js';
import type { WorkKind } from './my-work.items.js';
import { MyWorkCaseRow, MyWorkRow } from './my-work.table.js';

export type WorkFilters = { readonly kind?: WorkKind; readonly limit: number; readonly cursor?: string };

const LIST = 'my-work';

export class GetMyWork extends Query<MyWork> {
  constructor(
    readonly viewer: Session,
    readonly filters: WorkFilters,
  ) {
    super();
  }
}

@QueryHandler(GetMyWork)
export class GetMyWorkHandler implements IQueryHandler<GetMyWork> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetMyWork): Promise<MyWork> {
    demand(mayRead('GetMyWork', actor));
    const now = await this.clock.now(deskId);
    const after = placeIn(this.cursors, LIST, filters.cursor);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'my-work');
      const { page, last } = pageOf(await workOf(rows, deskId, { actor, filters, after }), filters.limit);
      const cases = await rows.findBy(MyWorkCaseRow, { deskId, checkId: In(page.map(({ checkId }) => checkId)) });
      const contentOf = new Map(cases.map(({ checkId, content }) => [checkId, content]));
      return {
        items: page.flatMap((row) => {
          const content = contentOf.get(row.checkId);
          return content === undefined ? [] : [answerOf(row, content, now)];
        }),
        ...(last && {
          nextCursor: cursorAfter(this.cursors, LIST, [last.place, last.checkId, last.kind, last.itemId]),
        }),
        ...readAt,
      };
    });
  }
}

type Asked = {
  readonly actor: Actor;
  readonly filters: WorkFilters;
  /** The place of the last item of the page before. */
  readonly after: readonly string[] | undefined;
};

const ORDER = ['place', 'checkId', 'kind', 'itemId'] as const;

/** His own, and as an approver what is open to any who is not barred: one more than a page. */
const workOf = (
  rows: EntityManager,
  deskId: number,
  { actor, filters: { kind, limit }, after }: Asked,
): Promise<readonly MyWorkRow[]> => {
  const whose = actor.roles.includes('approver') ? [actor.id, ANY_APPROVER] : [actor.id];
  const work = rows
    .createQueryBuilder(MyWorkRow, 'work')
    .where('work.deskId = :deskId AND work.memberId IN (:...whose)', { deskId, whose })
    .andWhere("NOT jsonb_exists(work.item -> 'barred', :me)", { me: actor.id });
  if (kind !== undefined) work.andWhere('work.kind = :kind', { kind });
  const [place, checkId, afterKind, itemId] = after ?? [];
  if (after !== undefined)
    work.andWhere('(work.place, work.checkId, work.kind, work.itemId) > (:place, :checkId, :afterKind, :itemId)', {
      place,
      checkId,
      afterKind,
      itemId,
    });
  for (const column of ORDER) work.addOrderBy(`work.${column}`);
  return work.limit(limit + 1).getMany();
};

const answerOf = (
  { checkId, kind, item: { dueAt, offer, round, draft, ruling } }: MyWorkRow,
  { claim, severity, stage }: CaseAtHand,
  now: Instant,
): WorkAnswer => ({
  kind,
  checkId,
  claim,
  severity,
  stage,
  ...(dueAt !== undefined && { dueAt }),
  overdue: dueAt !== undefined && dueAt <= now,
  ...(offer && { offer }),
  ...(round !== undefined && { round }),
  ...(draft && { draft }),
  ...(ruling && { ruling }),
});
