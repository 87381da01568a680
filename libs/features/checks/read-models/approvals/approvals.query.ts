import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { Clock, demand, stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { claimFactsOf, claimStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { memberFactsOf, memberStream } from '#features/members';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { checkDecider } from '../../domain/check.decider.js';
import { evidenceIdsOf } from '../../domain/check.state.js';
import { checkStream } from '../../domain/check.stream.js';
import { mayRead } from '../../domain/readers.js';
import { evidenceFactsIn } from '../check-page/around.js';
import type { ApprovalItem, Approvals } from './approvals.answer.js';
import { approvalIn } from './approvals.fold.js';
import { ApprovalRow } from './approvals.table.js';

export type ApprovalFilters = {
  /** Only what whoever asks could sign now, perhaps with waivers. */
  readonly possible?: true;
  readonly limit: number;
  readonly cursor?: string;
};

const LIST = 'approvals';

/** So often it looks on for what is possible, before it answers with less than a page. */
const LOOKS = 5;

export class GetApprovals extends Query<Approvals> {
  constructor(
    readonly viewer: Session,
    readonly filters: ApprovalFilters,
  ) {
    super();
  }
}

/** Which checks wait says a read model; what each of a page needs say the streams, so no signature rests on what is stale. */
@QueryHandler(GetApprovals)
export class GetApprovalsHandler implements IQueryHandler<GetApprovals> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly streams: Streams,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetApprovals): Promise<Approvals> {
    demand(mayRead('GetApprovals', actor));
    const items: ApprovalItem[] = [];
    let after = placeIn(this.cursors, LIST, filters.cursor);
    for (let look = 1; ; look += 1) {
      const wanted = filters.limit - items.length;
      const { waiting, readAt } = await this.waitingAfter(deskId, after, wanted);
      const { page, last } = pageOf(waiting, wanted);
      const found = await this.itemsOf(
        deskId,
        actor,
        page.map(({ checkId }) => checkId),
      );
      items.push(...found.filter(({ gate }) => !filters.possible || gate.isPossible));
      after = last && [last.dueAt, last.checkId];
      const isEnough = !filters.possible || items.length === filters.limit || look === LOOKS;
      if (after === undefined) return { items, ...readAt };
      if (isEnough) return { items, nextCursor: cursorAfter(this.cursors, LIST, after), ...readAt };
    }
  }

  private waitingAfter(deskId: number, after: readonly string[] | undefined, limit: number) {
    return this.readModels.in(deskId, async (rows) => ({
      readAt: await this.positions.positionOf(rows, 'approvals'),
      waiting: await waitingAfter(rows, deskId, after, limit),
    }));
  }

  /** In two looks: all checks of the page with their claims, and then the evidence that they link. */
  private async itemsOf(deskId: number, actor: Actor, checkIds: readonly string[]): Promise<readonly ApprovalItem[]> {
    if (checkIds.length === 0) return [];
    const now = await this.clock.now(deskId);
    const core = await this.streams.readTogether(deskId, [
      refTo(memberStream, actor.id),
      ...checkIds.flatMap((id) => [refTo(checkStream, id), refTo(claimStream, id)]),
    ]);
    const eventsOf = (id: string) => core.eventsOf(checkStream, id);
    const evidenceIds = new Set(checkIds.flatMap((id) => evidenceIdsOf(stateOf(checkDecider, eventsOf(id)))));
    const linked = await this.streams.readTogether(
      deskId,
      [...evidenceIds].map((id) => refTo(evidenceStream, id)),
    );
    const member = memberFactsOf(actor.id, core.stateOf(memberStream, actor.id));
    return checkIds.flatMap((id) => {
      const events = eventsOf(id);
      const claim = claimFactsOf(id, core.stateOf(claimStream, id));
      const evidence = evidenceFactsIn(linked, stateOf(checkDecider, events));
      const item = approvalIn(actor, events, { claim, evidence, member }, now);
      return item === undefined ? [] : [item];
    });
  }
}

/** What is due first, first: one more than a page. */
const waitingAfter = (
  rows: EntityManager,
  deskId: number,
  after: readonly string[] | undefined,
  limit: number,
): Promise<readonly ApprovalRow[]> => {
  const waiting = rows
    .createQueryBuilder(ApprovalRow, 'waiting')
    .where('waiting.deskId = :deskId AND waiting.isDrafted', { deskId });
  const [dueAt, checkId] = after ?? [];
  if (after !== undefined)
    waiting.andWhere('(waiting.dueAt, waiting.checkId) > (:dueAt, :checkId)', { dueAt, checkId });
  return waiting
    .orderBy('waiting.dueAt')
    .addOrderBy('waiting.checkId')
    .limit(limit + 1)
    .getMany();
};
