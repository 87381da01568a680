import { Injectable } from '@nestjs/common';
import { ReadModels } from '#platform/database';
import { OPEN_WORK } from './open-work.js';

/** How much members have to do. It may lag behind the checks' streams. */
@Injectable()
export class Workload {
  constructor(private readonly readModels: ReadModels) {}

  async openLoadOf(deskId: number, memberId: string): Promise<number> {
    const [found] = await this.readModels.rowsOf(deskId, LOAD, [memberId]);
    return Number(found?.['load']);
  }

  /** The checks in which this member has an open assignment. */
  async checksOf(deskId: number, memberId: string): Promise<readonly string[]> {
    const found = await this.readModels.rowsOf(deskId, CHECKS, [memberId]);
    return found.flatMap(({ check_id: checkId }) => checkId ?? []);
  }
}

const LOAD = `SELECT count(*)::text AS load FROM ${OPEN_WORK} w WHERE w.member_id = $1`;

const CHECKS = 'SELECT DISTINCT check_id FROM workload WHERE member_id = $1 ORDER BY check_id';
