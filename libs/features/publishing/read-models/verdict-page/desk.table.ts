import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A desk as operators have set it up: of it, how it appears in public. */
@Entity({ schema: 'operational', name: 'desk' })
export class DeskRow {
  @PrimaryColumn('int')
  deskId!: number;

  /** Of its own, in addresses of what is the whole desk's. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  corrections!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  /** Nothing of it is real. */
  @Column('boolean')
  rehearsal!: boolean;
}
