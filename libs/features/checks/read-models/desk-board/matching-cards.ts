import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '#kernel';
import type { Severity } from '#features/standards';
import type { Stage } from '../../domain/check.state.js';
import { AT_REST, DISPUTED } from './board-card.js';
import { DeskBoardAssignmentRow, DeskBoardRow } from './desk-board.table.js';

export type BoardFilters = {
  readonly stage?: Stage;
  readonly severity?: Severity;
  readonly language?: string;
  /** Offered to him, or held by him. */
  readonly member?: string;
  readonly disputed?: true;
  readonly overdue?: true;
  readonly unassigned?: true;
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
export const cardsMatching = (
  rows: EntityManager,
  deskId: number,
  { filters, now, after }: Asked,
): Promise<readonly DeskBoardRow[]> => {
  const cards = rows.createQueryBuilder(DeskBoardRow, 'card').where('card.deskId = :deskId', { deskId });
  narrow(cards, filters);
  if (filters.overdue) cards.andWhere('least(card.stageDueAt, card.caseDueAt) <= :now', { now });
  if (after !== undefined) startAfter(cards, after);
  return cards
    .orderBy('card.urgency')
    .addOrderBy('card.stageDueAt')
    .addOrderBy('card.checkId')
    .limit(filters.limit + 1)
    .getMany();
};

export const placeOf = ({ urgency, stageDueAt, checkId }: Readonly<DeskBoardRow>): readonly string[] => [
  String(urgency),
  stageDueAt,
  checkId,
];

const startAfter = (cards: SelectQueryBuilder<DeskBoardRow>, [urgency, dueAt, checkId]: readonly string[]): void => {
  cards.andWhere('(card.urgency, card.stageDueAt, card.checkId) > (:urgency, :dueAt, :checkId)', {
    urgency: Number(urgency),
    dueAt,
    checkId,
  });
};

const narrow = (
  cards: SelectQueryBuilder<DeskBoardRow>,
  { stage, severity, language, member, disputed, unassigned }: BoardFilters,
): void => {
  if (stage !== undefined) cards.andWhere('card.stage = :stage', { stage });
  if (severity !== undefined) cards.andWhere('card.severity = :severity', { severity });
  if (language !== undefined) cards.andWhere('card.language = :language', { language });
  if (member !== undefined) cards.andWhere(`EXISTS ${assigned(cards, 'held.memberId = :member')}`, { member });
  if (disputed) cards.andWhere('card.stage IN (:...disputed)', { disputed: DISPUTED });
  if (unassigned)
    cards
      .andWhere('card.stage NOT IN (:...atRest)', { atRest: AT_REST })
      .andWhere(`NOT EXISTS ${assigned(cards, "held.status = 'accepted'")}`);
};

const assigned = (cards: SelectQueryBuilder<DeskBoardRow>, condition: string): string =>
  cards
    .subQuery()
    .select('1')
    .from(DeskBoardAssignmentRow, 'held')
    .where('held.deskId = card.deskId AND held.checkId = card.checkId')
    .andWhere(condition)
    .getQuery();
