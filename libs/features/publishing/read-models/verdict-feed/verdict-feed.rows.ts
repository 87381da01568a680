import type { EntityManager } from 'typeorm';
import type { Instant, Key, Language } from '#kernel';
import { VerdictFeedRow } from './verdict-feed.table.js';

export type FeedFilters = {
  readonly language?: Language;
  readonly label?: Key;
  readonly claimant?: Key;
  /** Published then or later. */
  readonly from?: Instant;
  /** Published before. */
  readonly to?: Instant;
  readonly limit: number;
  readonly cursor?: string;
};

/** The newest first: one more than a page, to see whether there is another. */
export const verdictsMatching = (
  rows: EntityManager,
  deskId: number,
  { language, label, claimant, from, to, limit }: FeedFilters,
  after: readonly string[] | undefined,
): Promise<readonly VerdictFeedRow[]> => {
  const verdicts = rows.createQueryBuilder(VerdictFeedRow, 'verdict').where('verdict.deskId = :deskId', { deskId });
  if (language !== undefined) verdicts.andWhere('verdict.language = :language', { language });
  if (label !== undefined) verdicts.andWhere('verdict.label = :label', { label });
  if (claimant !== undefined) verdicts.andWhere('verdict.claimant = :claimant', { claimant });
  if (from !== undefined) verdicts.andWhere('verdict.publishedAt >= :from', { from });
  if (to !== undefined) verdicts.andWhere('verdict.publishedAt < :to', { to });
  if (after !== undefined)
    verdicts.andWhere('(verdict.publishedAt, verdict.checkId) < (:publishedAt, :checkId)', {
      publishedAt: after[0],
      checkId: after[1],
    });
  return verdicts
    .orderBy('verdict.publishedAt', 'DESC')
    .addOrderBy('verdict.checkId', 'DESC')
    .limit(limit + 1)
    .getMany();
};

export const placeOf = ({ publishedAt, checkId }: Readonly<VerdictFeedRow>): readonly string[] => [
  publishedAt,
  checkId,
];
