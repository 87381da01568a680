import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Capacity, Instant, Key, Language, Role } from '#kernel';
import type { MemberState } from '#features/members';
import type { Stage } from '../../domain/check.state.js';

/** An open assignment: offered or accepted, and not ended. */
@Entity('workload')
@Index(['deskId', 'memberId'])
export class WorkloadRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @PrimaryColumn('text')
  assignmentId!: string;

  @Column('text')
  memberId!: string;

  @Column('text')
  capacity!: Capacity;

  @Column('text')
  status!: 'offered' | 'accepted';

  @Column('text')
  expiresAt!: Instant;
}

/** Where a check stands, and when that stage is due. */
@Entity('workload_check')
export class WorkloadCheckRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  checkId!: string;

  @Column('text')
  stage!: Stage;

  /** No clock runs: `null`. */
  @Column('text', { nullable: true })
  dueAt!: Instant | null;
}

/** A member to whom work can be given. */
@Entity('workload_member')
export class WorkloadMemberRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  memberId!: string;

  /** Until it is erased. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text')
  status!: NonNullable<MemberState['status']>;

  @Column('jsonb')
  roles!: readonly Role[];

  @Column('jsonb')
  languages!: readonly Language[];

  @Column('jsonb')
  topics!: readonly Key[];

  /** When he was last asked to take part in a check. */
  @Column('text', { nullable: true })
  lastAssignedAt!: Instant | null;
}
