import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { StartRefused } from '#platform/config';
import type { Migration } from '#platform/event-store';
import { connectionTo } from './connections.js';
import { JOBS, MAKE_LEDGER, STEPS, stepsDone, unknownSteps } from './ledger.js';
import { MIGRATIONS } from './migrations/index.js';

const LOCK = 4207;

/** Brings schemas up to date, ours and BullMQ's. Several processes may call it at once; it is done once. */
export const migrate = async (ownerUrl: string): Promise<void> => {
  const client = new Client({ ...connectionTo(ownerUrl, { application: 'docket-migrations' }), ...PATIENT });
  client.on('error', () => undefined); // the query under way fails too, and tells
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`SET lock_timeout = '1s'`); // what others hold stops a migration, and not the others behind it
    const done = await stepsDone(client);
    refuseNewer(unknownSteps(done));
    for (const migration of MIGRATIONS) if (!done.has(migration.name)) await apply(client, migration);
    if (!done.has(JOBS)) await migrateJobs(client);
    await client.query(LET_WORKER_BUILD);
  } finally {
    await client.end();
  }
};

/** Changes when a migration does. Test databases are copied from a template of this name. */
export const schemaHash = (): string =>
  createHash('sha256')
    .update(JSON.stringify([STEPS, MIGRATIONS, MAKE_LEDGER, GRANT_JOBS]))
    .digest('hex')
    .slice(0, 12);

/** A migration may need longer than any query of a request. */
const PATIENT = { query_timeout: 600_000, statement_timeout: 600_000, lock_timeout: 0 };

const apply = (client: Client, { name, sql }: Migration): Promise<void> =>
  inTransaction(client, async () => {
    await client.query(sql);
    await client.query(MAKE_LEDGER);
    await client.query('INSERT INTO operational.migration (name) VALUES ($1)', [name]);
  });

/** As the owner, whose they are. The worker may use them, and make the sequence that BullMQ wants for each queue. */
const migrateJobs = async (client: Client): Promise<void> => {
  await client.query('SET ROLE docket_owner');
  await runMigrations(client, 'bullmq');
  await inTransaction(client, async () => {
    await client.query(GRANT_JOBS);
    await client.query('INSERT INTO operational.migration (name) VALUES ($1)', [JOBS]);
  });
  await client.query('RESET ROLE');
};

const inTransaction = async (client: Client, work: () => Promise<void>): Promise<void> => {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
};

const refuseNewer = (unknown: readonly string[]): void => {
  if (unknown.length === 0) return;
  throw new StartRefused(
    `The database was migrated by a newer release of Docket (${unknown.join(', ')}). Start that release.`,
  );
};

const GRANT_JOBS = `
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bullmq FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA bullmq TO docket_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO docket_worker;
REVOKE INSERT, UPDATE, DELETE ON bullmq.migration FROM docket_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO docket_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO docket_worker;`;

/** Grants on a database are not copied with it. */
const LET_WORKER_BUILD = `
DO $$ BEGIN
  IF NOT has_database_privilege('docket_worker', current_database(), 'CREATE') THEN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO docket_worker', current_database());
  END IF;
END $$`;
