import { Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { Pool, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { withPatience } from '#platform/event-store';

type TextRow = Readonly<Record<string, string>>;

/** The unit of work of reads: nothing outside it sees a row of any desk. */
@Injectable()
export class ReadModels {
  constructor(private readonly database: DataSource) {}

  /** One transaction, in which the rows of other desks do not exist. */
  in<Result>(deskId: number, work: (rows: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (rows) => {
      await rows.query(`SELECT set_config('docket.desk', $1, true)`, [String(deskId)]);
      return work(rows);
    });
  }

  /** At which desk this check has a published verdict: asked by readers, before any desk is known. */
  async deskOfPublicCheck(checkId: string): Promise<number | undefined> {
    const [found] = await withPatience(() =>
      this.database.query<readonly { readonly desk: number | null }[]>(
        'SELECT operational.desk_of_public_check($1) AS desk',
        [checkId],
      ),
    );
    return found?.desk ?? undefined;
  }

  /** Which desk has this key in its public addresses. */
  async deskOfKey(key: string): Promise<number | undefined> {
    const [found] = await withPatience(() =>
      this.database.query<readonly { readonly desk: number | null }[]>('SELECT operational.desk_of_key($1) AS desk', [
        key,
      ]),
    );
    return found?.desk ?? undefined;
  }

  /**
   * The rows of one statement, in one round trip, for decisions that wait for them. The server runs the statements of one
   * message as one transaction, so that the desk is bound for both. `$1`, `$2` … stand for the values; it selects texts.
   */
  async rowsOf(deskId: number, statement: string, values: readonly string[]): Promise<readonly TextRow[]> {
    const bound = `SELECT set_config('docket.desk', ${escapeLiteral(String(deskId))}, true)`;
    const filled = statement.replace(/\$(\d+)/g, (_, place: string) => escapeLiteral(values[Number(place) - 1] ?? ''));
    const pool = (this.database.driver as unknown as { readonly master: Pool }).master;
    const results = (await withPatience(() =>
      pool.query(`${bound}; ${filled}`),
    )) as unknown as readonly QueryResult<TextRow>[];
    return results.at(-1)?.rows ?? [];
  }
}
