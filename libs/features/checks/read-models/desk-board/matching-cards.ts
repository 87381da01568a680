import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '#kernel';
import { SEVERITIES } from '#features/standards';
import type { Severity } from '#features/standards';
import type { Stage } from '../../domain/check.state.js';
import { DeskBoardMemberRow, DeskBoardRow } from './desk-board.table.js';

export type BoardFilters = {
  readonly stage?: Stage;
  readonly severity?: Severity;
  readonly language?: string;
  /** Offered to him, or held by him. */
  readonly member?: string;
  readonly disputed?: true;
  readonly overdue?: true;
  readonly unassigned?: true;
  readonly waitingForReply?: true;
  readonly underReview?: true;
  readonly concern?: true;
  readonly limit: number;
  readonly cursor?: string;
};

type Asked = {
  readonly filters: BoardFilters;
  readonly now: Instant;
  /** The place of the last card of the page before. */
  readonly after: readonly string[] | undefined;
};

/** The most severe first, and then by what is due: one more than a page, to see whether there is another. */
export const cardsMatching = async (
  rows: EntityManager,
  deskId: number,
  asked: Asked,
): Promise<readonly DeskBoardRow[]> => {
  const { severity, overdue, limit } = asked.filters;
  if (severity !== undefined)
    return cardsOf(rows, deskId, asked, urgencyOf(severity))
      .limit(limit + 1)
      .getMany();
  if (!overdue)
    return cardsOf(rows, deskId, asked)
      .limit(limit + 1)
      .getMany();
  const cards: DeskBoardRow[] = [];
  for (const urgency of URGENCIES)
    if (cards.length <= limit)
      cards.push(
        ...(await cardsOf(rows, deskId, asked, urgency)
          .limit(limit + 1 - cards.length)
          .getMany()),
      );
  return cards;
};

export const placeOf = ({ urgency, dueAt, checkId }: Readonly<DeskBoardRow>): readonly string[] => [
  String(urgency),
  dueAt,
  checkId,
];

/** 0 for the most severe. */
export const urgencyOf = (severity: Severity): number => SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);

/** What is overdue lies together in the index for each of these, and not over all. */
const URGENCIES = SEVERITIES.map((_, place) => place);

const cardsOf = (
  rows: EntityManager,
  deskId: number,
  { filters, now, after }: Asked,
  urgency?: number,
): SelectQueryBuilder<DeskBoardRow> => {
  const cards = rows.createQueryBuilder(DeskBoardRow, 'card').where('card.deskId = :deskId', { deskId });
  if (urgency !== undefined) cards.andWhere('card.urgency = :urgency', { urgency });
  narrow(cards, filters);
  if (filters.overdue) cards.andWhere('card.dueAt <= :now', { now });
  if (after !== undefined) startAfter(cards, after);
  return cards.orderBy('card.urgency').addOrderBy('card.dueAt').addOrderBy('card.checkId');
};

const startAfter = (cards: SelectQueryBuilder<DeskBoardRow>, [last, dueAt, checkId]: readonly string[]): void => {
  cards.andWhere('(card.urgency, card.dueAt, card.checkId) > (:last, :dueAt, :checkId)', {
    last: Number(last),
    dueAt,
    checkId,
  });
};

const narrow = (cards: SelectQueryBuilder<DeskBoardRow>, filters: BoardFilters): void => {
  const { stage, language, member } = filters;
  if (stage !== undefined) cards.andWhere('card.stage = :stage', { stage });
  if (language !== undefined) cards.andWhere('card.language = :language', { language });
  if (member !== undefined) cards.andWhere(`EXISTS ${takesPart(cards)}`, { member });
  if (filters.disputed) cards.andWhere('card.isDisputed');
  if (filters.unassigned) cards.andWhere('card.isUnassigned');
  if (filters.waitingForReply) cards.andWhere('card.waitsForReply');
  if (filters.underReview) cards.andWhere('card.isUnderReview');
  if (filters.concern) cards.andWhere('card.hasConcern');
};

const takesPart = (cards: SelectQueryBuilder<DeskBoardRow>): string =>
  cards
    .subQuery()
    .select('1')
    .from(DeskBoardMemberRow, 'held')
    .where('held.deskId = card.deskId AND held.checkId = card.checkId AND held.memberId = :member')
    .getQuery();
