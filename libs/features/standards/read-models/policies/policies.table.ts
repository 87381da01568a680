import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the list of policies. */
@Entity('policy_list')
export class PolicyRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  policyId!: string;

  @Column('text')
  name!: string;

  /** The version that was activated last. */
  @Column('int', { nullable: true })
  active!: number | null;

  /** The version that waits for its activation. */
  @Column('int', { nullable: true })
  draft!: number | null;
}
