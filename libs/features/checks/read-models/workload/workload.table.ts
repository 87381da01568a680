import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
}
