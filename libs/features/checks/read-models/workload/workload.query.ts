import { Injectable } from '@nestjs/common';
import { ReadModels } from '#platform/database';
import { WorkloadRow } from './workload.table.js';

/** How much a member has to do. It may lag behind the checks' streams. */
@Injectable()
export class Workload {
  constructor(private readonly readModels: ReadModels) {}

  openLoadOf(deskId: number, memberId: string): Promise<number> {
    return this.readModels.in(deskId, (rows) => rows.countBy(WorkloadRow, { deskId, memberId }));
  }
}
