import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FuzzyDate, Instant, Language, Party } from '#kernel';
import type { Checkability, ClaimStatus, Voice } from '#features/claims';
import type { Severity } from '#features/standards';
import type { Stage } from '../../domain/check.state.js';
import type { RatedVersion } from '../rated-version.js';

/** One line of the list of claims, with what its check has come to. */
@Entity('claim_list')
export class ClaimRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @Column('text')
  proposedAt!: Instant;

  @Column('text')
  text!: string;

  @Column('text')
  language!: Language;

  @Column('jsonb')
  claimant!: Party;

  @Column('text')
  voice!: Voice;

  @Column('jsonb')
  statedOn!: FuzzyDate;

  @Column('text')
  status!: ClaimStatus;

  @Column('text', { nullable: true })
  checkability!: Checkability | null;

  @Column('text', { nullable: true })
  severity!: Severity | null;

  /** Links from it and to it. */
  @Column('int')
  relations!: number;

  /** Of its check, if it has one. */
  @Column('text', { nullable: true })
  stage!: Stage | null;

  /** The last draft: not shown, but what a publication publishes. */
  @Column('jsonb', { nullable: true })
  draft!: RatedVersion | null;

  @Column('jsonb', { nullable: true })
  live!: RatedVersion | null;
}
