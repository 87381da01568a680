import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { ReadModels } from '#platform/database';
import { DeskRow } from './desk.table.js';
import { settingsOf } from './publication-settings.js';
import type { PublicationSettings } from './publication-settings.js';

/** A desk as the public knows it. */
export type PublicDesk = {
  readonly deskId: number;
  readonly key: string;
  readonly settings: PublicationSettings;
  readonly isRehearsal: boolean;
};

/** Whose address it is that somebody reads: he has not said at which desk he is. */
@Injectable()
export class PublicDesks {
  constructor(private readonly readModels: ReadModels) {}

  /** The same refusal for a check that is unknown, at work or closed. */
  async ofCheck(checkId: string): Promise<PublicDesk> {
    const deskId = await this.readModels.deskOfPublicCheck(checkId);
    if (deskId === undefined) throw notPublished();
    return this.read(deskId);
  }

  async called(key: string): Promise<PublicDesk> {
    const deskId = await this.readModels.deskOfKey(key);
    if (deskId === undefined) throw new DomainError('not-found', 'desk/not-found', 'No desk has this key.');
    return this.read(deskId);
  }

  private async read(deskId: number): Promise<PublicDesk> {
    const row = await this.readModels.in(deskId, (rows) => rows.findOneByOrFail(DeskRow, { deskId }));
    return { deskId, key: row.key, settings: settingsOf(row), isRehearsal: row.rehearsal };
  }
}

export const notPublished = (): DomainError =>
  new DomainError('not-found', 'check/not-found', 'No verdict is published here.');
