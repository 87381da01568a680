import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Key, Language, Role } from '#kernel';
import type { MemberStatus } from '../../domain/member.state.js';

/** One line of the list of members. */
@Entity('member_list')
export class MemberRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  memberId!: string;

  @Column('text')
  status!: MemberStatus;

  /** Until it is erased. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('jsonb')
  languages!: readonly Language[];

  @Column('jsonb')
  topics!: readonly Key[];
}

/** A role that a member holds. */
@Entity('member_list_role')
@Index(['deskId', 'role'])
export class MemberRoleRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  memberId!: string;

  @PrimaryColumn('text')
  role!: Role;
}
