import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ReadModels } from '#platform/database';

/** bigint comes as text; no file is so large that a number would not hold its size. */
const asNumber = { to: (bytes: number) => bytes, from: (bytes: string) => Number(bytes) };

@Entity({ schema: 'operational', name: 'file' })
export class FileRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  sha256!: string;

  @Column('bigint', { transformer: asNumber })
  bytes!: number;

  @Column('text')
  mediaType!: string;

  @Column('uuid')
  uploadedBy!: string;
}

/** Which files each desk was given, and what it found them to be. A desk knows nothing of the files of another. */
@Injectable()
export class FileCatalogue {
  constructor(private readonly readModels: ReadModels) {}

  /** What the desk knows of the file now: if it had it before, as it was noted then. */
  note(file: FileRow): Promise<FileRow> {
    const { deskId, sha256 } = file;
    return this.readModels.in(deskId, async (rows) => {
      await rows.createQueryBuilder().insert().into(FileRow).values(file).orIgnore().execute();
      return rows.findOneByOrFail(FileRow, { deskId, sha256 });
    });
  }

  async find(deskId: number, sha256: string): Promise<FileRow | undefined> {
    const row = await this.readModels.in(deskId, (rows) => rows.findOneBy(FileRow, { deskId, sha256 }));
    return row ?? undefined;
  }
}
