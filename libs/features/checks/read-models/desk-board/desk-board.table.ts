import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, Language } from '#kernel';
import type { Stage } from '../../domain/check.state.js';
import type { BoardCase } from './board-case.js';

/**
 * A card of the editors' board. Beside what it shows stands what it is found by: each filter reads an index of its own
 * in the order of the board.
 */
@Entity('desk_board')
@Index(['deskId', 'urgency', 'dueAt', 'checkId'])
@Index(['deskId', 'stage', 'urgency', 'dueAt', 'checkId'])
@Index(['deskId', 'language', 'urgency', 'dueAt', 'checkId'])
export class DeskBoardRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  /** 0 for the most severe: with the due time it makes the order of the board. */
  @Column('int')
  urgency!: number;

  /** Of the clock that ends first; `NEVER`, which sorts last, where none runs. */
  @Column('text')
  dueAt!: Instant;

  @Column('text')
  stage!: Stage;

  @Column('text')
  language!: Language;

  @Column('boolean')
  isDisputed!: boolean;

  @Column('boolean')
  isUnassigned!: boolean;

  @Column('boolean')
  waitsForReply!: boolean;

  @Column('boolean')
  isUnderReview!: boolean;

  @Column('boolean')
  hasConcern!: boolean;

  @Column('jsonb')
  content!: BoardCase;
}

/** Who is asked to take part in a check, or does. */
@Entity('desk_board_member')
export class DeskBoardMemberRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  memberId!: string;

  @PrimaryColumn('text')
  checkId!: string;
}

/** In how many submissions a claim occurs, from the second one on: also before it has a check. */
@Entity('desk_board_demand')
export class DeskBoardDemandRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @Column('int')
  demand!: number;
}

/** Later than any instant. */
export const NEVER: Instant = '9999-12-31T23:59:59.999Z';
