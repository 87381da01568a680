import { Entity, PrimaryColumn } from 'typeorm';

/** A check is, or was, pinned to this version of a scale or a policy. */
@Entity('pinned_standard')
export class PinnedStandardRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  what!: 'scale' | 'policy';

  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  checkId!: string;
}
