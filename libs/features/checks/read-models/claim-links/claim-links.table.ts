import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Relation } from '#features/claims';

/** How one claim stands to another, as the first one's stream says. */
@Entity('claim_link')
@Index(['deskId', 'toClaimId'])
export class ClaimLinkRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @PrimaryColumn('text')
  linkId!: string;

  @Column('text')
  toClaimId!: string;

  @Column('text')
  relation!: Relation;
}

/** Which claim stands for one that was merged. That one may be merged itself. */
@Entity('claim_merge')
@Index(['deskId', 'intoClaimId'])
export class ClaimMergeRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @Column('text')
  intoClaimId!: string;
}
