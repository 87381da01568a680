import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, Key } from '#kernel';
import type { QuoteResult } from '#features/claims';
import type { Nature, Stance, Strength } from '../../domain/check.state.js';

/** A link of a check to a piece of evidence, as it is weighed now or was last. */
@Entity('evidence_use_link')
@Index(['deskId', 'evidenceId'])
export class EvidenceUseLinkRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @PrimaryColumn('text')
  linkId!: string;

  @Column('text')
  evidenceId!: string;

  @Column('text')
  linkedAt!: Instant;

  @Column('text')
  linkedBy!: string;

  @Column('text')
  stance!: Stance;

  @Column('text')
  nature!: Nature;

  @Column('text')
  weight!: Strength;

  @Column('text')
  originGroup!: Key;

  /** The last that it made: by being linked, weighed anew or taken away. */
  @Column('int')
  evidenceSet!: number;

  @Column('text', { nullable: true })
  unlinkedAt!: Instant | null;
}

/** A draft of a check's verdict and the links that it cites: a version once it is published. */
@Entity('evidence_use_version')
export class EvidenceUseVersionRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @PrimaryColumn('int')
  versionNo!: number;

  @PrimaryColumn('int')
  draftNo!: number;

  @Column('jsonb')
  citedLinkIds!: readonly string[];

  @Column('text', { nullable: true })
  publishedAt!: Instant | null;

  @Column('text', { nullable: true })
  url!: string | null;
}

/** A quote of a claim that was compared with the words of a piece of evidence. */
@Entity('evidence_use_quote_check')
@Index(['deskId', 'evidenceId'])
export class EvidenceUseQuoteCheckRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  /** Of its event in the claim's stream. */
  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  evidenceId!: string;

  @Column('text')
  checkedAt!: Instant;

  @Column('text')
  checkedBy!: string;

  @Column('boolean')
  translated!: boolean;

  @Column('text')
  result!: QuoteResult;
}
