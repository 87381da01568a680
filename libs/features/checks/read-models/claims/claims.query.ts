import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { demand } from '#kernel';
import { isRateable } from '#features/claims';
import type { Checkability, ClaimStatus } from '#features/claims';
import type { Severity } from '#features/standards';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { mayRead } from '../../domain/readers.js';
import type { ClaimLine, ClaimList } from './claims.answer.js';
import { ClaimRow } from './claims.table.js';

export type ClaimFilters = {
  /** Words of the claim, in any order and form: `"as a phrase"`, `or`, `-without`. */
  readonly text?: string;
  readonly status?: ClaimStatus;
  readonly checkability?: Checkability;
  readonly severity?: Severity;
  /** Of the claimant or a conveyor. */
  readonly party?: string;
  readonly language?: string;
  readonly withoutCheck?: true;
  readonly limit: number;
  readonly cursor?: string;
};

const LIST = 'claims';

export class GetClaims extends Query<ClaimList> {
  constructor(
    readonly viewer: Session,
    readonly filters: ClaimFilters,
  ) {
    super();
  }
}

@QueryHandler(GetClaims)
export class GetClaimsHandler implements IQueryHandler<GetClaims> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetClaims): Promise<ClaimList> {
    demand(mayRead('GetClaims', actor));
    const after = placeIn(this.cursors, LIST, filters.cursor);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'claims');
      const { page, last } = pageOf(await claimsMatching(rows, deskId, filters, after), filters.limit);
      return {
        items: page.map(lineOf),
        ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.proposedAt, last.claimId]) }),
        ...readAt,
      };
    });
  }
}

/** By the words as they stand, and by their stems. */
const SOUGHT = `(websearch_to_tsquery('simple', :text) || websearch_to_tsquery('english', :text))`;

/** The newest first: one more than a page, to see whether there is another. */
const claimsMatching = (
  rows: EntityManager,
  deskId: number,
  { text, status, checkability, severity, party, language, withoutCheck, limit }: ClaimFilters,
  after: readonly string[] | undefined,
): Promise<readonly ClaimRow[]> => {
  const claims = rows.createQueryBuilder(ClaimRow, 'claim').where('claim.deskId = :deskId', { deskId });
  if (text !== undefined) claims.andWhere(`claim.words @@ ${SOUGHT}`, { text });
  if (status !== undefined) claims.andWhere('claim.status = :status', { status });
  if (checkability !== undefined) claims.andWhere('claim.checkability = :checkability', { checkability });
  if (severity !== undefined) claims.andWhere('claim.severity = :severity', { severity });
  if (party !== undefined) claims.andWhere('claim.partyKeys @> ARRAY[:party]::text[]', { party });
  if (language !== undefined) claims.andWhere('claim.language = :language', { language });
  if (withoutCheck) claims.andWhere('claim.stage IS NULL');
  const [proposedAt, claimId] = after ?? [];
  if (after !== undefined)
    claims.andWhere('(claim.proposedAt, claim.claimId) < (:proposedAt, :claimId)', { proposedAt, claimId });
  return claims
    .orderBy('claim.proposedAt', 'DESC')
    .addOrderBy('claim.claimId', 'DESC')
    .limit(limit + 1)
    .getMany();
};

const lineOf = (row: ClaimRow): ClaimLine => ({
  claimId: row.claimId,
  proposedAt: row.proposedAt,
  status: row.status,
  text: row.text,
  language: row.language,
  claimant: row.claimant,
  voice: row.voice,
  statedOn: row.statedOn,
  ...(row.checkability !== null && { checkability: row.checkability }),
  ...(row.severity !== null && { severity: row.severity }),
  ...(row.mergedInto !== null && { mergedInto: row.mergedInto }),
  demand: row.demand,
  relations: row.relations,
  suggestions: row.suggestions.length,
  externalChecks: row.externalChecks,
  ...(row.stage !== null && { stage: row.stage }),
  ...(row.live !== null && { live: row.live }),
  ...findingOf(row),
});

const findingOf = ({ checkability, live }: ClaimRow): Pick<ClaimLine, 'finding'> => {
  if (live !== null) return { finding: live.finding };
  return checkability === null || isRateable({ checkability }) ? {} : { finding: 'not_checkable' };
};
