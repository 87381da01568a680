import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseAtHand } from './my-work.case.js';
import type { WorkItem, WorkKind } from './my-work.items.js';

/** What a check asks of one member, or of any approver who took no part in it. */
@Entity('my_work')
@Index(['deskId', 'memberId', 'place', 'checkId', 'kind', 'itemId'])
export class MyWorkRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @PrimaryColumn('text')
  kind!: WorkKind;

  @PrimaryColumn('text')
  itemId!: string;

  /** A member, or none: any approver. */
  @Column('text')
  memberId!: string;

  /** What is due first, first; then what has no time; then past rulings, the newest first. */
  @Column('text')
  place!: string;

  @Column('jsonb')
  item!: WorkItem;
}

/** Of each check what tells whose work it is: the next event changes it. */
@Entity('my_work_case')
export class MyWorkCaseRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @Column('jsonb')
  content!: CaseAtHand;
}
