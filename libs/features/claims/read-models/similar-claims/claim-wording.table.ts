import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#kernel';

/** What a claim says now, for the matcher. */
@Entity('claim_wording')
export class ClaimWordingRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @Column('text')
  text!: string;

  @Column('text')
  language!: Language;

  /** Only a claim that was accepted, and stands for itself, is suggested. */
  @Column('boolean')
  isCandidate!: boolean;
}
