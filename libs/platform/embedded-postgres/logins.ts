import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { StartRefused } from '#platform/config';
import { readIfPresent, writeSecret } from './files.js';
import type { Home } from './home.js';

/**
 * Who connects: `owner` migrates and does what operators ask, `api` and `worker` are the processes of these names. `admin`
 * is the superuser of the bundled server, for those who make and drop whole databases.
 */
export type Login = 'admin' | 'owner' | 'api' | 'worker';

type Role = {
  readonly name: string;
  readonly groups: readonly string[];
  /** The group as which every session begins: what the login makes belongs to the group. */
  readonly actsAs?: string;
};

const DATABASE = 'docket';
const OWNER = 'docket_owner';
const GROUPS = [OWNER, 'docket_api', 'docket_worker', 'docket_tlog', 'docket_auditor'];

const ROLES: { readonly [Name in Exclude<Login, 'admin'>]: Role } = {
  owner: { name: 'docket_migrator', groups: [OWNER, 'docket_worker'] },
  api: { name: 'docket_api_login', groups: ['docket_api'], actsAs: 'docket_api' },
  worker: { name: 'docket_worker_login', groups: ['docket_worker'], actsAs: 'docket_worker' },
};

const ALL: readonly Login[] = ['admin', 'owner', 'api', 'worker'];
const LOCK = 4206;

export const userOf = (login: Login): string => (login === 'admin' ? 'docket_admin' : ROLES[login].name);

export const passwordFileOf = (cluster: string, login: Login): string => path.join(cluster, 'passwords', login);

/** For a cluster that is being made. */
export const makePasswords = (cluster: string): void => {
  const directory = path.join(cluster, 'passwords');
  mkdirSync(directory);
  chmodSync(directory, 0o755); // initdb reads one of them, as another user where root starts it
  for (const login of ALL) writeSecret(passwordFileOf(cluster, login), newPassword());
};

export const urlOf = (home: Home, port: number, login: Login, database: string = DATABASE): string => {
  const file = passwordFileOf(home.cluster, login);
  const password = readIfPresent(file);
  if (password === undefined) {
    throw new StartRefused(
      `${file} is missing, which opens the database. Put it back, or set DOCKET_HOME to another directory.`,
    );
  }
  return `postgres://${userOf(login)}:${password}@127.0.0.1:${port}/${database}`;
};

/**
 * Makes what is missing of groups, logins and the database of Docket. None of the logins is a superuser or passes row
 * security, and none owns anything: the database belongs to the group of the owner. One process at a time.
 */
export const makeLogins = async (home: Home, port: number): Promise<void> => {
  const admin = new Client({
    connectionString: urlOf(home, port, 'admin', 'postgres'),
    connectionTimeoutMillis: 30_000,
  });
  admin.on('error', () => undefined); // the query under way fails too, and tells
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows } = await admin.query<{ readonly name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database',
    );
    const known = new Set(rows.map(({ name }) => name));
    for (const group of GROUPS) if (!known.has(group)) await admin.query(`CREATE ROLE ${group} NOLOGIN`);
    for (const login of ['owner', 'api', 'worker'] as const) {
      await makeLogin(admin, ROLES[login], passwordFileOf(home.cluster, login), known);
    }
    if (!known.has(DATABASE)) await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await admin.end();
  }
};

/** The file comes last: a password that nobody wrote down is made anew at the next start. */
const makeLogin = async (admin: Client, role: Role, file: string, known: ReadonlySet<string>): Promise<void> => {
  const isKnown = known.has(role.name);
  const written = readIfPresent(file);
  if (isKnown && written !== undefined) return;
  const password = written ?? newPassword();
  await admin.query(isKnown ? `ALTER ROLE ${role.name} PASSWORD '${password}'` : creationOf(role, password));
  if (written === undefined) writeSecret(file, password);
};

/** Several statements sent at once are one transaction. */
const creationOf = ({ name, groups, actsAs }: Role, password: string): string =>
  [
    `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`,
    `GRANT ${groups.join(', ')} TO ${name}`,
    ...(actsAs === undefined ? [] : [`ALTER ROLE ${name} SET role = ${actsAs}`]),
  ].join('; ');

/** Hexadecimal, so that it needs no quoting in SQL and no escape in a URL. */
const newPassword = (): string => randomBytes(24).toString('hex');
