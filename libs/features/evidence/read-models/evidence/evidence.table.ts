import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, Key, Party, Url } from '#kernel';
import type { EvidenceKind } from '../../domain/evidence.state.js';
import type { EvidenceStatus } from '../../domain/evidence.status.js';

/** One line of the list of evidence. */
@Entity('evidence_list')
@Index(['deskId', 'capturedAt', 'evidenceId'])
@Index(['deskId', 'originGroup', 'capturedAt', 'evidenceId'])
@Index(['deskId', 'status', 'capturedAt', 'evidenceId'])
export class EvidenceRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  evidenceId!: string;

  @Column('text')
  capturedAt!: Instant;

  @Column('text')
  capturedBy!: string;

  @Column('text')
  kind!: EvidenceKind;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  url!: Url | null;

  @Column('jsonb', { nullable: true })
  publisher!: Party | null;

  @Column('text')
  originGroup!: Key;

  @Column('text')
  status!: EvidenceStatus;

  /** Of the desk's own copy that was made last. */
  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('boolean')
  restricted!: boolean;

  @Column('boolean')
  drifted!: boolean;

  @Column('boolean')
  gone!: boolean;
}
