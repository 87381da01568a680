import { Client } from 'pg';
import type { DatabaseUrls } from '#platform/config';

export type TestDatabase = {
  /** As who Docket's processes connect. */
  readonly urls: DatabaseUrls;
  /** As the server's superuser: only to look, or to break something on purpose. */
  readonly adminUrl: string;
  drop(): Promise<void>;
};

let made = 0;

/** A database of its own for one test, copied from the migrated template. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const database = await emptyDatabase(`TEMPLATE ${process.env['TEST_TEMPLATE']}`);
  const { pathname } = new URL(database.adminUrl);
  await asAdmin(`GRANT CREATE ON DATABASE ${pathname.slice(1)} TO docket_worker`); // such grants are not copied
  return database;
};

/** One that nobody has migrated. */
export const emptyDatabase = async (options = 'TEMPLATE template0'): Promise<TestDatabase> => {
  made += 1;
  const name = `test_${process.pid}_${made}_${Date.now()}`;
  await asAdmin(`CREATE DATABASE ${name} OWNER docket_owner ${options}`);
  return {
    urls: { owner: urlFor('owner', name), api: urlFor('api', name), worker: urlFor('worker', name) },
    adminUrl: urlFor('admin', name),
    drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
};

/** One connection for some statements; it is closed whatever comes of them. */
export const connected = async <Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const asAdmin = async (sql: string): Promise<void> => {
  await connected(urlFor('admin', 'postgres'), (client) => client.query(sql));
};

const urlFor = (login: 'admin' | 'owner' | 'api' | 'worker', database: string): string => {
  const url = new URL(process.env[`TEST_DATABASE_URL_${login.toUpperCase()}`] ?? '');
  url.pathname = database;
  return url.href;
};
