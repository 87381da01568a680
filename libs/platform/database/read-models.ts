import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { withPatience } from '#platform/event-store';

/** The unit of work of reads: nothing outside it sees a row of any desk. After a passing trouble it is done again. */
@Injectable()
export class ReadModels {
  constructor(private readonly database: DataSource) {}

  /** One transaction, in which the rows of other desks do not exist. */
  in<Result>(deskId: number, work: (rows: EntityManager) => Promise<Result>): Promise<Result> {
    return withPatience(() =>
      this.database.transaction(async (rows) => {
        await rows.query(`SELECT set_config('docket.desk', $1, true)`, [String(deskId)]);
        return work(rows);
      }),
    );
  }
}
