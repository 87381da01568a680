import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseUrls } from '#platform/config';

jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const processes: ChildProcess[] = [];
let directory = '';
let home = '';
let otherHome = '';

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'docket postgres '));
  chmodSync(directory, 0o755); // root's server runs as a user who must get through
  home = path.join(directory, 'home');
  otherHome = path.join(directory, 'other home');
});

afterEach(() => Promise.all(processes.splice(0).map(leave)));

afterAll(() => {
  signalServer('SIGQUIT'); // only one that a failed test has left behind
  rmSync(directory, { recursive: true, force: true });
});

describe('the bundled server', () => {
  it('is made and started once by processes that come at the same time', async () => {
    const all = await Promise.all([open(), open(), open(), open()]);
    expect(all.map(({ how }) => how).toSorted()).toEqual(['joined', 'joined', 'joined', 'started']);
    expect(new Set(all.map(({ urls }) => urls.api)).size).toBe(1);
  });

  it('is started by the first process, joined by others, and stopped by the last', async () => {
    const first = await open();
    const second = await open();
    expect([first.how, second.how]).toEqual(['started', 'joined']);
    expect(second.urls).toEqual(first.urls);
    await leave(first.opener);
    expect(await ask(second.urls.owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await leave(second.opener);
    expect(await isOpen(first.urls.owner)).toBe(false);
  });

  it('keeps its port and its data from one start to the next', async () => {
    const first = await open();
    await ask(first.urls.owner, 'CREATE SCHEMA kept');
    await leave(first.opener);
    const second = await open();
    expect(second).toMatchObject({ how: 'started', urls: first.urls });
    expect(await ask(second.urls.owner, 'DROP SCHEMA kept')).toEqual([]);
  });

  it('goes on when its starter was killed, and whoever is left stops it', async () => {
    const first = await open();
    const second = await open();
    await kill(first.opener);
    expect(await isOpen(second.urls.owner)).toBe(true);
    await leave(second.opener);
    expect(await isOpen(second.urls.owner)).toBe(false);
  });

  it('is adopted by the next process when nobody is left', async () => {
    const first = await open();
    await kill(first.opener);
    const second = await open();
    expect(second).toMatchObject({ how: 'adopted', urls: first.urls });
    await leave(second.opener);
    expect(await isOpen(first.urls.owner)).toBe(false);
  });

  it('comes back on its port, with its data, when it was killed', async () => {
    const { urls } = await open();
    await ask(urls.owner, 'CREATE SCHEMA kept');
    const killed = serverPid();
    signalServer('SIGKILL');
    await eventually(async () => serverPid() !== killed && (await isReady(urls.owner)));
    expect(await ask(urls.owner, 'DROP SCHEMA kept')).toEqual([]);
  });

  it('is stopped by the last process, though one that died had the pid of one that lives', async () => {
    const { opener, urls } = await open();
    writeFileSync(path.join(home, 'users', String(process.pid)), 'of an earlier life');
    await leave(opener);
    expect(await isOpen(urls.owner)).toBe(false);
  });

  it('starts although the pid of one that was killed has passed to another process', async () => {
    writeFileSync(
      dataFile('postmaster.pid'),
      [process.pid, path.dirname(dataFile('')), 0, 1, '', '', '', 'ready'].join('\n'),
    );
    const { uid, gid } = statSync(dataFile('PG_VERSION'));
    chownSync(dataFile('postmaster.pid'), uid, gid);
    expect(await open()).toMatchObject({ how: 'started' });
  });

  it('runs beside that of another home', async () => {
    const [here, there] = await Promise.all([open(), open(otherHome)]);
    expect([here.how, there.how]).toEqual(['started', 'started']);
    expect(portOf(here.urls.owner)).not.toBe(portOf(there.urls.owner));
    await leave(there.opener);
    expect(await isOpen(here.urls.owner)).toBe(true);
  });
});

describe('a server of one’s own', () => {
  it('is taken as it is, and nothing is started', async () => {
    const owner = 'postgres://docket@db.example/docket';
    const unused = path.join(directory, 'unused');
    const { how, urls } = await open(unused, owner);
    expect([how, urls.owner]).toEqual(['own', owner]);
    expect(existsSync(unused)).toBe(false);
  });
});

describe('the logins', () => {
  it('are of the groups they claim, and none is above the rules', async () => {
    const { urls } = await open();
    const whoami = `SELECT session_user AS login, current_user AS acts_as, rolsuper OR rolbypassrls OR rolcreaterole AS is_above,
      pg_has_role(session_user, 'docket_owner', 'member') AS may_own FROM pg_roles WHERE rolname = session_user`;
    const logins = await Promise.all([urls.owner, urls.api, urls.worker].map((url) => ask(url, whoami)));
    expect(logins.flat()).toEqual([
      { login: 'docket_migrator', acts_as: 'docket_migrator', is_above: false, may_own: true },
      { login: 'docket_api_login', acts_as: 'docket_api', is_above: false, may_own: false },
      { login: 'docket_worker_login', acts_as: 'docket_worker', is_above: false, may_own: false },
    ]);
  });

  it('own nothing: what the worker makes is its group’s, and the api makes nothing', async () => {
    const { urls } = await open();
    await ask(urls.owner, 'GRANT CREATE ON DATABASE docket TO docket_worker');
    await ask(urls.worker, 'CREATE SCHEMA rm_board_1');
    const owners = `SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'rm_board_1'
      UNION ALL SELECT datdba::regrole::text FROM pg_database WHERE datname = 'docket'`;
    expect(await ask(urls.owner, owners)).toEqual([{ owner: 'docket_worker' }, { owner: 'docket_owner' }]);
    await expect(ask(urls.api, 'CREATE SCHEMA mine')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(urls.api, 'SET ROLE docket_owner')).rejects.toMatchObject({ code: '42501' });
  });

  it('are opened by their passwords alone, which nobody else may read', async () => {
    const { urls } = await open();
    const wrong = urls.api.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const modes = ['admin', 'owner', 'api', 'worker'].map((login) => statSync(passwordOf(login)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  });

  it('get a new password when theirs was lost', async () => {
    const first = await open();
    await leave(first.opener);
    rmSync(passwordOf('api'));
    const { urls } = await open();
    expect(urls.api).not.toBe(first.urls.api);
    expect(await ask(urls.api, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a start is refused in one line', () => {
  it('where nothing can be written', async () => {
    writeFileSync(path.join(directory, 'file'), '');
    expect(await refusalOf(path.join(directory, 'file', 'home'))).toMatch(/cannot be used .*Set DOCKET_HOME/);
  });

  it('in the home of another user', async () => {
    expect(await refusalOf(isRoot ? ofAnotherUser() : '/usr')).toMatch(
      /belongs to another user \(uid \d+\).*DOCKET_HOME/,
    );
  });

  (isRoot ? it : it.skip)('to root, where no other user gets in', async () => {
    mkdirSync(path.join(directory, 'closed'), { mode: 0o700 });
    expect(await refusalOf(path.join(directory, 'closed', 'home'))).toMatch(
      /unprivileged user .*cannot reach .*Set DOCKET_HOME/,
    );
  });

  it('where the server itself refuses, with its reason', async () => {
    appendFileSync(dataFile('postgresql.conf'), '\nnonsense\n');
    expect(await refusalOf(home)).toMatch(/did not start \(.*FATAL: .*postgresql.conf.*\)\. Its log, .*, says more/);
  });

  it('on the data of another major version, and both are named', async () => {
    writeFileSync(dataFile('PG_VERSION'), '17\n');
    expect(await refusalOf(home)).toMatch(/was made by PostgreSQL 17, and 18\.\d+ is bundled/);
  });
});

type Opened = { readonly how: string; readonly urls: DatabaseUrls };
type Answer = Opened | { readonly refused: string };

/** Opens the database in a process of its own. */
async function open(at: string = home, ownServer = ''): Promise<Opened & { readonly opener: ChildProcess }> {
  const { answer, opener } = await answerOf(at, ownServer);
  if ('refused' in answer) throw new Error(answer.refused);
  return { ...answer, opener };
}

async function refusalOf(at: string): Promise<string> {
  const { answer } = await answerOf(at);
  if (!('refused' in answer)) throw new Error('It was opened.');
  expect(answer.refused).not.toContain('\n');
  return answer.refused;
}

async function answerOf(
  at: string,
  ownServer = '',
): Promise<{ readonly answer: Answer; readonly opener: ChildProcess }> {
  const env = { ...process.env, DATABASE_URL: ownServer, DOCKET_HOME: at };
  const opener = fork(new URL('open-database.mjs', import.meta.url), { env });
  processes.push(opener);
  const [answer] = (await Promise.race([once(opener, 'message'), failure(opener)])) as [Answer];
  return { answer, opener };
}

async function failure(opener: ChildProcess): Promise<never> {
  const [code] = (await once(opener, 'exit')) as [number];
  throw new Error(`The process ended with ${code} before it answered.`);
}

/** Leaves it alone, and it goes. */
async function leave(opener: ChildProcess): Promise<void> {
  if (opener.exitCode !== null || opener.signalCode !== null) return;
  const exit = once(opener, 'exit');
  if (opener.connected) opener.disconnect();
  await exit;
}

async function kill(opener: ChildProcess): Promise<void> {
  const exit = once(opener, 'exit');
  opener.kill('SIGKILL');
  await exit;
}

function signalServer(signal: NodeJS.Signals): void {
  const pid = serverPid();
  if (pid !== undefined) process.kill(pid, signal);
}

/** Line 1 of the file that the server keeps while it runs. */
function serverPid(): number | undefined {
  const file = dataFile('postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function dataFile(name: string): string {
  return path.join(home, 'cluster', 'data', name);
}

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

async function isReady(url: string): Promise<boolean> {
  return ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

function isOpen(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(portOf(url), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function passwordOf(login: string): string {
  return path.join(home, 'cluster', 'passwords', login);
}

function ofAnotherUser(): string {
  const theirs = path.join(directory, 'theirs');
  mkdirSync(theirs);
  chownSync(theirs, 1000, 1000);
  return theirs;
}
