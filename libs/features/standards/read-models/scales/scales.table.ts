import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ScaleKind } from '../../domain/scale.js';

/** One line of the list of scales. */
@Entity('scale_list')
@Index(['deskId', 'publisherHost'])
export class ScaleRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  scaleId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ScaleKind;

  /** Of an external scale. */
  @Column('text', { nullable: true })
  publisherHost!: string | null;

  /** The version that was published last. */
  @Column('int', { nullable: true })
  published!: number | null;

  /** The version that waits for its publication. */
  @Column('int', { nullable: true })
  draft!: number | null;
}
