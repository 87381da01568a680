import { Client } from 'pg';
import { StartRefused } from '#platform/config';
import { connectionTo } from './connections.js';
import { STEPS, stepsDone, unknownSteps } from './ledger.js';
import { durabilityFlaw, guardFlaw, loginFlaw, serverFlaw } from './database-flaws.js';

/** Who is about to connect: operators and migrations, or a kind of process. */
export type Kind = 'owner' | 'api' | 'worker';

/**
 * Looks before anything else connects whether this database keeps Docket's promises; otherwise throws `StartRefused`. For
 * the API and the worker it must have been migrated.
 */
export const checkDatabase = async (url: string, kind: Kind): Promise<void> => {
  const client = new Client(connectionTo(url, { application: `docket-check-${kind}` }));
  client.on('error', () => undefined); // the query under way fails too, and tells
  await connect(client, url);
  try {
    const flaw = await firstFlaw(client, kind);
    if (flaw !== undefined) throw new StartRefused(flaw);
  } finally {
    await client.end();
  }
};

const firstFlaw = async (client: Client, kind: Kind): Promise<string | undefined> => {
  const ofServer = (await serverFlaw(client)) ?? (await durabilityFlaw(client));
  if (ofServer !== undefined || kind === 'owner') return ofServer;
  return (await ledgerFlaw(client)) ?? (await loginFlaw(client, kind)) ?? (await guardFlaw(client));
};

const ledgerFlaw = async (client: Client): Promise<string | undefined> => {
  const done = await stepsDone(client);
  const unknown = unknownSteps(done);
  if (unknown.length > 0)
    return `The database was migrated by a newer release of Docket (${unknown.join(', ')}). Start that release.`;
  const missing = STEPS.filter((step) => !done.has(step));
  if (missing.length === 0) return undefined;
  return `The database is not migrated (${missing.join(', ')} to do). Start Docket with a DATABASE_URL that may migrate it.`;
};

const connect = async (client: Client, url: string): Promise<void> => {
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefused(whyNot(error, url), { cause: error });
  }
};

/** Names the server and never the password. */
const whyNot = (error: unknown, url: string): string => {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname}:${port === '' ? '5432' : port}`;
  const { code } = error as { readonly code?: string };
  const reason = error instanceof Error && error.message !== '' ? error.message : (code ?? 'no reason given');
  if (code === '3D000')
    return `There is no database ${pathname.slice(1)} on ${server}. Create it, with ENCODING 'UTF8', or correct DATABASE_URL.`;
  if (code === '22023' || code === '42501')
    return `PostgreSQL at ${server} does not let ${username} act as another role (${reason}). Migrate the database first, or grant the role to ${username}.`;
  if (code?.startsWith('28'))
    return `PostgreSQL at ${server} does not let ${username} in (${reason}). Correct the name or the password in DATABASE_URL.`;
  return `PostgreSQL at ${server} cannot be reached (${reason}). Start it, or correct DATABASE_URL.`;
};
