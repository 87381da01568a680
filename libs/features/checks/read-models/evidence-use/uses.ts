import { In, IsNull, Not } from 'typeorm';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '#kernel';
import type { Citation } from './evidence-use.answer.js';
import { EvidenceUseLinkRow, EvidenceUseQuoteCheckRow, EvidenceUseVersionRow } from './evidence-use.table.js';

type Use = {
  /** The check's id, which is its claim's. */
  readonly caseId: string;
  readonly useId: string;
  readonly usedAt: Instant;
  readonly usedBy: string;
};
type LinkUse = Use & { readonly kind: 'link' } & Readonly<EvidenceUseLinkRow>;
type QuoteCheckUse = Use & { readonly kind: 'quote_check' } & Readonly<EvidenceUseQuoteCheckRow>;

export type UseRow = LinkUse | QuoteCheckUse;

/** The published versions of a check that cite a link, the newest first. */
export type Citations = (checkId: string, linkId: string) => Citation[];

type Wanted = {
  readonly deskId: number;
  readonly evidenceId: string;
  /** The place of the last use of the page before. */
  readonly after: readonly string[] | undefined;
  readonly limit: number;
};

/** What uses a piece of evidence, of whatever kind, the newest first. */
export const usesOf = async (rows: EntityManager, wanted: Wanted): Promise<readonly UseRow[]> => {
  const links = rows.createQueryBuilder(EvidenceUseLinkRow, 'use');
  const checks = rows.createQueryBuilder(EvidenceUseQuoteCheckRow, 'use');
  const [linked, compared] = [
    await newest(links, wanted, { at: 'use.linkedAt', id: LINK_ID }),
    await newest(checks, wanted, { at: 'use.checkedAt', id: QUOTE_CHECK_ID }),
  ];
  return [...linked.map(asLinkUse), ...compared.map(asQuoteCheckUse)].toSorted(newestFirst).slice(0, wanted.limit);
};

/** By their bytes, as text is compared here too. */
const LINK_ID = `(use.checkId || '/' || use.linkId) COLLATE "C"`;
const QUOTE_CHECK_ID = `(use.claimId || '/' || use.version) COLLATE "C"`;

const newest = <Row extends ObjectLiteral>(
  uses: SelectQueryBuilder<Row>,
  { deskId, evidenceId, after, limit }: Wanted,
  { at, id }: { readonly at: string; readonly id: string },
): Promise<readonly Row[]> => {
  uses.where('use.deskId = :deskId AND use.evidenceId = :evidenceId', { deskId, evidenceId });
  const [usedAt, useId] = after ?? [];
  if (after !== undefined) uses.andWhere(`(${at}, ${id}) < (:usedAt, :useId)`, { usedAt, useId });
  return uses.orderBy(at, 'DESC').addOrderBy(id, 'DESC').limit(limit).getMany();
};

const asLinkUse = (row: Readonly<EvidenceUseLinkRow>): LinkUse => ({
  ...row,
  kind: 'link',
  caseId: row.checkId,
  useId: `${row.checkId}/${row.linkId}`,
  usedAt: row.linkedAt,
  usedBy: row.linkedBy,
});

const asQuoteCheckUse = (row: Readonly<EvidenceUseQuoteCheckRow>): QuoteCheckUse => ({
  ...row,
  kind: 'quote_check',
  caseId: row.claimId,
  useId: `${row.claimId}/${row.version}`,
  usedAt: row.checkedAt,
  usedBy: row.checkedBy,
});

const newestFirst = (one: Use, other: Use): number =>
  compared(other.usedAt, one.usedAt) || compared(other.useId, one.useId);

const compared = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** For the checks of these uses. */
export const citationsOf = async (rows: EntityManager, deskId: number, uses: readonly UseRow[]): Promise<Citations> => {
  const checkIds = uses.filter(({ kind }) => kind === 'link').map(({ caseId }) => caseId);
  const published = await rows.find(EvidenceUseVersionRow, {
    where: { deskId, checkId: In(checkIds), publishedAt: Not(IsNull()) },
    order: { versionNo: 'DESC' },
  });
  return (checkId, linkId) => {
    const versions = published.filter((version) => version.checkId === checkId);
    return versions
      .filter(({ citedLinkIds }) => citedLinkIds.includes(linkId))
      .map(({ versionNo, url, publishedAt }) => ({
        versionNo,
        url: url ?? '',
        publishedAt: publishedAt ?? '',
        isLive: versionNo === versions[0]?.versionNo,
      }));
  };
};
