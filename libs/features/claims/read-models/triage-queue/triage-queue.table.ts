import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, Language, Party } from '#kernel';
import type { SubmissionKind, SubmissionStatus } from '../../domain/submission.state.js';

/** A submission, as whoever triages looks at it. Of its text it has the beginning. */
@Entity('triage_queue')
@Index(['deskId', 'status', 'triageDueAt', 'submissionId'])
@Index(['deskId', 'duplicateOf'])
export class TriageQueueRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  submissionId!: string;

  @Column('text')
  kind!: SubmissionKind;

  @Column('text')
  language!: Language;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('jsonb', { nullable: true })
  publisher!: Party | null;

  @Column('text')
  beginning!: string;

  /** In code points. */
  @Column('int')
  length!: number;

  @Column('int')
  revision!: number;

  @Column('text')
  status!: SubmissionStatus;

  @Column('text')
  receivedAt!: Instant;

  @Column('text')
  triageDueAt!: Instant;

  /** On the newest revision. */
  @Column('int')
  textNotes!: number;

  /** Only while it is marked so. */
  @Column('text', { nullable: true })
  duplicateOf!: string | null;
}

/** A claim proposed from a submission, on which nobody has decided yet. */
@Entity('triage_queue_proposal')
@Index(['deskId', 'submissionId'])
export class OpenProposalRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  claimId!: string;

  @Column('text')
  submissionId!: string;
}
