import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
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
import { wordsOf } from './claim-words.js';
import type { Sought } from './claim-words.js';
import { ClaimRow, ClaimWordRow } from './claims.table.js';

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

type After = readonly string[] | undefined;

/**
 * The newest first: one more than a page, to see whether there is another. Claims that have one of a few words are read
 * word by word, each from its newest on: otherwise a common word would cost as much as all claims that have it.
 */
const claimsMatching = async (
  rows: EntityManager,
  deskId: number,
  filters: ClaimFilters,
  after: After,
): Promise<readonly ClaimRow[]> => {
  const { text, limit } = filters;
  const words = text === undefined ? undefined : wordsOf(await soughtBy(rows, text));
  if (words === undefined) return filtered(rows, deskId, filters, after).getMany();
  const found = new Map<string, ClaimRow>();
  for (const word of words)
    for (const claim of await withWord(
      filtered(rows, deskId, { ...filters, text: undefined }, after),
      word,
      after,
    ).getMany())
      found.set(claim.claimId, claim);
  return [...found.values()].toSorted(newestFirst).slice(0, limit + 1);
};

const soughtBy = async (rows: EntityManager, text: string): Promise<Sought> => {
  const [sought] = await rows.query<readonly Sought[]>(SOUGHT, [text]);
  return sought ?? { exact: '', stems: '' };
};

/** By the words as they stand, and by their stems. */
const SOUGHT = `SELECT websearch_to_tsquery('simple', $1)::text AS exact, websearch_to_tsquery('english', $1)::text AS stems`;
const HAS_SOUGHT = `claim.words @@ (websearch_to_tsquery('simple', :text) || websearch_to_tsquery('english', :text))`;

const filtered = (
  rows: EntityManager,
  deskId: number,
  { text, status, checkability, severity, party, language, withoutCheck, limit }: ClaimFilters,
  after: After,
): SelectQueryBuilder<ClaimRow> => {
  const claims = rows.createQueryBuilder(ClaimRow, 'claim').where('claim.deskId = :deskId', { deskId });
  if (text !== undefined) claims.andWhere(HAS_SOUGHT, { text });
  if (status !== undefined) claims.andWhere('claim.status = :status', { status });
  if (checkability !== undefined) claims.andWhere('claim.checkability = :checkability', { checkability });
  if (severity !== undefined) claims.andWhere('claim.severity = :severity', { severity });
  if (party !== undefined) claims.andWhere('claim.partyKeys @> :parties', { parties: [party] });
  if (language !== undefined) claims.andWhere('claim.language = :language', { language });
  if (withoutCheck) claims.andWhere('claim.stage IS NULL');
  const [proposedAt, claimId] = after ?? [];
  if (after !== undefined)
    claims.andWhere('(claim.proposedAt, claim.claimId) < (:proposedAt, :claimId)', { proposedAt, claimId });
  return claims
    .orderBy('claim.proposedAt', 'DESC')
    .addOrderBy('claim.claimId', 'DESC')
    .limit(limit + 1);
};

/** In the order of the word's own rows, which are read only as far as the page goes. */
const withWord = (claims: SelectQueryBuilder<ClaimRow>, word: string, after: After): SelectQueryBuilder<ClaimRow> => {
  claims.innerJoin(ClaimWordRow, 'own', OWN_WORD, { word });
  if (after !== undefined) claims.andWhere('(own.proposedAt, own.claimId) < (:proposedAt, :claimId)');
  return claims.orderBy('own.proposedAt', 'DESC').addOrderBy('own.claimId', 'DESC');
};

const OWN_WORD = 'own.deskId = claim.deskId AND own.claimId = claim.claimId AND own.word = :word';

const newestFirst = (one: ClaimRow, other: ClaimRow): number =>
  one.proposedAt === other.proposedAt
    ? compared(other.claimId, one.claimId)
    : compared(other.proposedAt, one.proposedAt);

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

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
