import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#kernel';

/** A check that is decided or approved. Only those with an open draft wait for a signature. */
@Entity('approval')
export class ApprovalRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  /** Of the stage; `NEVER`, which sorts last, while its clock stands still. */
  @Column('text')
  dueAt!: Instant;

  @Column('boolean')
  isDrafted!: boolean;
}
