import { Injectable } from '@nestjs/common';
import { ReadModels } from '#platform/database';

/** Whose ratings are read by some scale. It may lag behind the scales' streams. */
@Injectable()
export class PublisherHosts {
  constructor(private readonly readModels: ReadModels) {}

  async isTaken(deskId: number, publisherHost: string): Promise<boolean> {
    const [found] = await this.readModels.rowsOf(deskId, READERS, [publisherHost]);
    return Number(found?.['readers']) > 0;
  }
}

const READERS = 'SELECT count(*)::text AS readers FROM scale_list WHERE publisher_host = $1';
