import { LATEST_SCHEMA_VERSION } from 'bullmq';
import type { ClientBase } from 'pg';
import { MIGRATIONS } from './migrations/index.js';

/** The tables of BullMQ, which migrates them itself. */
export const JOBS = `bullmq-${LATEST_SCHEMA_VERSION}`;

/** Everything that a database has, once it is up to date. */
export const STEPS: readonly string[] = [...MIGRATIONS.map(({ name }) => name), JOBS];

/** Made with the first migration, which makes its owner. */
export const MAKE_LEDGER = `
DO $$ BEGIN
  IF to_regclass('operational.migration') IS NULL THEN
    CREATE SCHEMA operational AUTHORIZATION docket_owner;
    SET LOCAL ROLE docket_owner;
    CREATE TABLE operational.migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
    RESET ROLE;
  END IF;
END $$`;

/** What was done to this database: nothing yet, if there is no ledger. */
export const stepsDone = async (client: ClientBase): Promise<ReadonlySet<string>> => {
  const { rows: ledgers } = await client.query<{ readonly is_there: boolean }>(
    `SELECT to_regclass('operational.migration') IS NOT NULL AS is_there`,
  );
  if (ledgers[0]?.is_there !== true) return new Set();
  const { rows } = await client.query<{ readonly name: string }>('SELECT name FROM operational.migration');
  return new Set(rows.map(({ name }) => name));
};

/** What a newer release did to it, and this one does not know. */
export const unknownSteps = (done: ReadonlySet<string>): readonly string[] =>
  [...done].filter((name) => !STEPS.includes(name) && !isOlderJobs(name));

const isOlderJobs = (name: string): boolean => {
  const [tables, version] = name.split('-');
  return tables === 'bullmq' && Number(version) < LATEST_SCHEMA_VERSION;
};
