import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Instant, Language, Party } from '#kernel';
import type { Severity } from '#features/standards';
import type { Mark } from '../../domain/check.events.js';
import type { Stage } from '../../domain/check.state.js';

/** A card of the editors' board. Of rulings it knows two numbers: how many are in, and how many are expected. */
@Entity('desk_board')
export class DeskBoardRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @Column('text')
  claimText!: string;

  @Column('text')
  language!: Language;

  @Column('jsonb')
  claimant!: Party;

  @Column('text')
  severity!: Severity;

  /** 0 for the most severe: with the due time it makes the order of the board. */
  @Column('int')
  urgency!: number;

  @Column('text')
  stage!: Stage;

  @Column('int')
  stageNo!: number;

  @Column('int')
  cycle!: number;

  /** No stage clock runs: `NEVER`, which sorts last. */
  @Column('text')
  stageDueAt!: Instant;

  @Column('jsonb')
  stageMarks!: readonly Mark[];

  @Column('text')
  caseDueAt!: Instant;

  @Column('jsonb')
  caseMarks!: readonly Mark[];

  @Column('int')
  rulingsIn!: number;

  @Column('int')
  rulingsExpected!: number;

  /** 0: none is published. */
  @Column('int')
  liveVersion!: number;
}

/** An open offer, or a capacity held on the check. */
@Entity('desk_board_assignment')
export class DeskBoardAssignmentRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @PrimaryColumn('text')
  assignmentId!: string;

  @Column('text')
  memberId!: string;

  @Column('text')
  capacity!: Capacity;

  @Column('text')
  status!: 'offered' | 'accepted';

  @Column('text')
  expiresAt!: Instant;
}

/** Later than any instant. */
export const NEVER: Instant = '9999-12-31T23:59:59.999Z';
