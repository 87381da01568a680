import { Injectable } from '@nestjs/common';
import { ReadModels } from '#platform/database';

/** How much a member has to do. It may lag behind the checks' streams. */
@Injectable()
export class Workload {
  constructor(private readonly readModels: ReadModels) {}

  async openLoadOf(deskId: number, memberId: string): Promise<number> {
    const [found] = await this.readModels.rowsOf(deskId, OPEN, [memberId]);
    return Number(found?.['load']);
  }
}

const OPEN = 'SELECT count(*)::text AS load FROM workload WHERE member_id = $1';
