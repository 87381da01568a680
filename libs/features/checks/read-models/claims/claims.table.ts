import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FuzzyDate, Instant, Key, Language, Party } from '#kernel';
import type { Checkability, ClaimStatus, Voice } from '#features/claims';
import type { Severity } from '#features/standards';
import type { Stage } from '../../domain/check.state.js';
import type { RatedVersion } from '../rated-version.js';

/** One line of the list of claims, with what its check has come to. Each filter reads its own index from the newest on. */
@Entity('claim_list')
@Index(['deskId', 'proposedAt', 'claimId'])
@Index(['deskId', 'status', 'proposedAt', 'claimId'])
@Index(['deskId', 'checkability', 'proposedAt', 'claimId'])
@Index(['deskId', 'severity', 'proposedAt', 'claimId'])
@Index(['deskId', 'language', 'proposedAt', 'claimId'])
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

  /** Of claimant and conveyors. */
  @Column('text', { array: true })
  partyKeys!: Key[];

  @Column('text')
  voice!: Voice;

  @Column('jsonb')
  statedOn!: FuzzyDate;

  @Column('text')
  status!: ClaimStatus;

  /** Where it was merged into another claim. */
  @Column('text', { nullable: true })
  mergedInto!: string | null;

  @Column('text', { nullable: true })
  checkability!: Checkability | null;

  @Column('text', { nullable: true })
  severity!: Severity | null;

  /** In how many submissions it occurs. */
  @Column('int')
  demand!: number;

  /** Links from it and to it. */
  @Column('int')
  relations!: number;

  /** Claims that were suggested as similar, and about which nobody has decided. */
  @Column('text', { array: true })
  suggestions!: string[];

  /** Suggested again, they stay decided. */
  @Column('text', { array: true })
  decidedSuggestions!: string[];

  /** How many checks of others are known. */
  @Column('int')
  externalChecks!: number;

  /** Of its check, if it has one. */
  @Column('text', { nullable: true })
  stage!: Stage | null;

  /** The last draft: not shown, but what a publication publishes. */
  @Column('jsonb', { nullable: true })
  draft!: RatedVersion | null;

  @Column('jsonb', { nullable: true })
  live!: RatedVersion | null;
}

/**
 * The stem of a word that a claim has: the newest claims that have it are read from here, however many have it. The table
 * of claims itself keeps these rows.
 */
@Entity('claim_list_word')
export class ClaimWordRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  word!: string;

  @PrimaryColumn('text')
  proposedAt!: Instant;

  @PrimaryColumn('text')
  claimId!: string;
}

/** What a link leads to: who takes it back names the link alone. */
@Entity('claim_list_link')
export class ClaimListLinkRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @PrimaryColumn('text')
  linkId!: string;

  @Column('text')
  toClaimId!: string;
}
