import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Key, Language } from '#kernel';

/** A check as its draft and its claim stand, until it is published: nothing of it is read by anybody. */
@Entity('verdict_feed_candidate')
export class VerdictFeedCandidateRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @Column('text')
  claimant!: Key;

  /** Of the latest draft, from the first one on. */
  @Column('text', { nullable: true })
  language!: Language | null;

  @Column('text', { nullable: true })
  label!: Key | null;
}

/** A check whose verdict is published: the place of its live version in the feed. What that says, its stream tells. */
@Entity('verdict_feed')
export class VerdictFeedRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @Column('text')
  claimant!: Key;

  @Column('text')
  language!: Language;

  @Column('text')
  label!: Key;

  @Column('text')
  publishedAt!: Instant;
}
