import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';

/** The only schema that BullMQ knows once it is given a pool. */
export const JOBS_SCHEMA = 'bullmq';

/**
 * A pool for BullMQ that runs a statement in the transaction at hand, if there is one: then a job is added exactly
 * if that transaction commits. BullMQ's names are unqualified, hence the search path, which is put back at once.
 */
export class TransactionPool {
  readonly options = { keepAlive: true };
  private readonly current = new AsyncLocalStorage<PoolClient>();

  /** A pool of its own, whose connections have `search_path` set to BullMQ's schema. */
  constructor(private readonly pool: Pool) {}

  /** Within `work`, everything goes through this client. */
  during<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
    return this.current.run(client, work);
  }

  // eslint-disable-next-line typescript/no-unnecessary-type-parameters -- BullMQ says so of its pool
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<{ rows: Row[] }> {
    const client = this.current.getStore();
    const result = await (client === undefined
      ? this.pool.query(text, [...values])
      : inSchema(client, () => client.query(text, [...values])));
    return result as { rows: Row[] };
  }

  /** LISTEN and BullMQ's own checks stay off the transaction. */
  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  /** BullMQ ends only pools it made. */
  async end(): Promise<void> {}

  on(event: 'error' | 'connect', listener: (subject: never) => void): this {
    this.pool.on(event as 'error', listener as (error: Error) => void);
    return this;
  }

  removeAllListeners(): this {
    return this;
  }
}

/** One after another; and not DEFAULT afterwards, which would lose the path that the transaction had set itself. */
const inSchema = async <Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> => {
  const { rows } = await client.query<{ before: string }>(`SELECT current_setting('search_path') AS before`);
  await client.query(`SET LOCAL search_path TO ${JOBS_SCHEMA}`);
  const result = await work();
  await client.query(`SELECT set_config('search_path', $1, true)`, [rows[0]?.before]);
  return result;
};
