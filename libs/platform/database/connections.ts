import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import { Pool } from 'pg';
import type { ClientConfig } from 'pg';
import { withSetting } from '#platform/config';

export type PoolOptions = {
  readonly max: number;
  /** As which it shows in the server's list of connections, with the name of this machine behind it. */
  readonly application: string;
  readonly searchPath?: string;
};

const LONGEST_NAME = 63;

const logger = new Logger('Database');

/** How every connection is made: nothing waits for ever. */
export const connectionTo = (
  url: string,
  { application, searchPath }: Omit<PoolOptions, 'max'>,
): ClientConfig & { readonly connectionString: string } => ({
  connectionString: searchPath === undefined ? url : withSetting(url, 'search_path', searchPath),
  application_name: `${application}-${hostname()}`.slice(0, LONGEST_NAME),
  connectionTimeoutMillis: 2_000,
  query_timeout: 10_000,
  statement_timeout: 8_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
});

/** A pool that outlives a restart of the server. */
export const createPool = (url: string, { max, ...options }: PoolOptions): Pool => {
  const pool = new Pool({ ...connectionTo(url, options), max });
  pool.on('error', (error) => logger.warn(`${options.application}: ${error.message}`));
  // Whoever uses a client that is cut hears of it by his query; without a listener the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
