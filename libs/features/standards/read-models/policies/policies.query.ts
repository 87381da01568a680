import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { ChecksPinned, pinsOf } from '../../domain/checks-pinned.js';
import type { PinnedVersion } from '../../domain/checks-pinned.js';
import type { ListFilters } from '../list-filters.js';
import type { PolicyLine, PolicyList } from './policies.answer.js';
import { PolicyRow } from './policies.table.js';

const LIST = 'policies';

/** For every member of the desk. */
export class GetPolicies extends Query<PolicyList> {
  constructor(
    readonly viewer: Session,
    readonly filters: ListFilters,
  ) {
    super();
  }
}

@QueryHandler(GetPolicies)
export class GetPoliciesHandler implements IQueryHandler<GetPolicies> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
    private readonly checks: ChecksPinned,
  ) {}

  async execute({ viewer: { deskId }, filters: { limit, cursor } }: GetPolicies): Promise<PolicyList> {
    const after = placeIn(this.cursors, LIST, cursor);
    const found = await this.readModels.in(deskId, async (rows) => ({
      readAt: await this.positions.positionOf(rows, 'policies'),
      ...pageOf(await policiesAfter(rows, deskId, limit, after), limit),
    }));
    const { page, last, readAt } = found;
    const pinned = await this.checks.to(
      deskId,
      'policy',
      page.map(({ policyId }) => policyId),
    );
    return {
      items: page.map((row) => lineOf(row, pinned)),
      ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.policyId]) }),
      ...readAt,
    };
  }
}

/** In the order of their keys: one more than a page. */
const policiesAfter = (
  rows: EntityManager,
  deskId: number,
  limit: number,
  after: readonly string[] | undefined,
): Promise<readonly PolicyRow[]> => {
  const policies = rows.createQueryBuilder(PolicyRow, 'policy').where('policy.deskId = :deskId', { deskId });
  if (after !== undefined) policies.andWhere('policy.policyId > :policyId', { policyId: after[0] });
  return policies
    .orderBy('policy.policyId')
    .limit(limit + 1)
    .getMany();
};

const lineOf = ({ policyId, name, active, draft }: PolicyRow, pinned: readonly PinnedVersion[]): PolicyLine => ({
  policyId,
  name,
  ...(active !== null && { active }),
  ...(draft !== null && { draft }),
  pinned: [...pinsOf(pinned, policyId)],
});
