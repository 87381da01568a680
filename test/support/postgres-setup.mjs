import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { migrate, schemaHash } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';

/** One server for each checkout, in a fixed home, so that the server of a killed run is adopted by the next one. */
export default async function setUp() {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12);
  const server = await startEmbeddedPostgres({
    home: path.join(tmpdir(), `docket-test-${userInfo().uid}-${checkout}`),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  globalThis.testPostgres = server;
  const template = `template_${schemaHash()}`;
  const admin = new Client(server.url('admin', 'postgres'));
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(4208)'); // runs of one checkout share the server
    await dropLeftovers(admin);
    await makeTemplate(admin, template, server.url('owner', template));
  } finally {
    await admin.end();
  }
  process.env.TEST_TEMPLATE = template;
  for (const login of ['admin', 'owner', 'api', 'worker'])
    process.env[`TEST_DATABASE_URL_${login.toUpperCase()}`] = server.url(login, 'postgres');
  process.env.DOCKET_TEST_DURABILITY = 'off'; // the settings above, which a process of Docket refuses otherwise
}

/** Databases `test_<pid>_…` of processes that are gone. */
async function dropLeftovers(admin) {
  const { rows } = await admin.query(`SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'`);
  for (const { datname } of rows) {
    try {
      process.kill(Number(datname.split('_')[1]), 0);
    } catch {
      await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  }
}

/** It is marked as a template once it is migrated: one that is not was left half made. */
async function makeTemplate(admin, name, url) {
  const { rows } = await admin.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name]);
  if (rows[0]?.datistemplate) return;
  if (rows.length > 0) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} OWNER docket_owner`);
  await migrate(url);
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
}
