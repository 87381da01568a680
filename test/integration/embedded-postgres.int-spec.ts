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
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask, eventually, isOpen, isReady, portOf } from './embedded-postgres/connection.js';
import { leaveAll, open, refusalOf } from './embedded-postgres/opener.js';

jest.setTimeout(180_000);

const isRoot = process.getuid?.() === 0;
let directory = '';
let home = '';
let otherHome = '';

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'docket postgres '));
  chmodSync(directory, 0o755); // root's server runs as a user who must get through
  home = path.join(directory, 'home');
  otherHome = path.join(directory, 'other home');
});

afterEach(leaveAll);

afterAll(() => {
  signalServer('SIGQUIT'); // only one that a failed test has left behind
  rmSync(directory, { recursive: true, force: true });
});

describe('the bundled server', () => {
  it('is made and started once by processes that come at the same time', async () => {
    const all = await Promise.all([open(home), open(home), open(home), open(home)]);
    expect(all.map(({ how }) => how).toSorted()).toEqual(['joined', 'joined', 'joined', 'started']);
    expect(new Set(all.map(({ urls }) => urls.api)).size).toBe(1);
  });

  it('is started by the first process, joined by others, and stopped by the last', async () => {
    const first = await open(home);
    const second = await open(home);
    expect([first.how, second.how]).toEqual(['started', 'joined']);
    expect(second.urls).toEqual(first.urls);
    await first.leave();
    expect(await ask(second.urls.owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.leave();
    expect(await isOpen(first.urls.owner)).toBe(false);
  });

  it('keeps its port and its data from one start to the next', async () => {
    const first = await open(home);
    await ask(first.urls.owner, 'CREATE SCHEMA kept');
    await first.leave();
    const second = await open(home);
    expect([second.how, second.urls]).toEqual(['started', first.urls]);
    expect(await ask(second.urls.owner, 'DROP SCHEMA kept')).toEqual([]);
  });

  it('goes on when its starter was killed, and whoever is left stops it', async () => {
    const first = await open(home);
    const second = await open(home);
    await first.kill();
    expect(await isOpen(second.urls.owner)).toBe(true);
    await second.leave();
    expect(await isOpen(second.urls.owner)).toBe(false);
  });

  it('is adopted by the next process when nobody is left', async () => {
    const first = await open(home);
    await first.kill();
    const second = await open(home);
    expect([second.how, second.urls]).toEqual(['adopted', first.urls]);
    await second.leave();
    expect(await isOpen(first.urls.owner)).toBe(false);
  });

  it('comes back on its port, with its data, when it was killed', async () => {
    const { urls } = await open(home);
    await ask(urls.owner, 'CREATE SCHEMA kept');
    const killed = serverPid();
    signalServer('SIGKILL');
    await eventually(async () => serverPid() !== killed && (await isReady(urls.owner)));
    expect(await ask(urls.owner, 'DROP SCHEMA kept')).toEqual([]);
  });

  it('is stopped by the last process, though one that died had the pid of one that lives', async () => {
    const last = await open(home);
    writeFileSync(path.join(home, 'users', String(process.pid)), 'of an earlier life');
    await last.leave();
    expect(await isOpen(last.urls.owner)).toBe(false);
  });

  it('starts although the pid of one that was killed has passed to another process', async () => {
    writeFileSync(
      dataFile('postmaster.pid'),
      [process.pid, path.dirname(dataFile('')), 0, 1, '', '', '', 'ready'].join('\n'),
    );
    const { uid, gid } = statSync(dataFile('PG_VERSION'));
    chownSync(dataFile('postmaster.pid'), uid, gid);
    expect(await open(home)).toMatchObject({ how: 'started' });
  });

  it('runs beside that of another home', async () => {
    const [here, there] = await Promise.all([open(home), open(otherHome)]);
    expect([here.how, there.how]).toEqual(['started', 'started']);
    expect(portOf(here.urls.owner)).not.toBe(portOf(there.urls.owner));
    await there.leave();
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
    const { urls } = await open(home);
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
    const { urls } = await open(home);
    await ask(urls.owner, 'GRANT CREATE ON DATABASE docket TO docket_worker');
    await ask(urls.worker, 'CREATE SCHEMA rm_board_1');
    const owners = `SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'rm_board_1'
      UNION ALL SELECT datdba::regrole::text FROM pg_database WHERE datname = 'docket'`;
    expect(await ask(urls.owner, owners)).toEqual([{ owner: 'docket_worker' }, { owner: 'docket_owner' }]);
    await expect(ask(urls.api, 'CREATE SCHEMA mine')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(urls.api, 'SET ROLE docket_owner')).rejects.toMatchObject({ code: '42501' });
  });

  it('are opened by their passwords alone, which nobody else may read', async () => {
    const { urls } = await open(home);
    const wrong = urls.api.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const modes = ['admin', 'owner', 'api', 'worker'].map((login) => statSync(passwordOf(login)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  });

  it('get a new password when theirs was lost', async () => {
    const first = await open(home);
    await first.leave();
    rmSync(passwordOf('api'));
    const { urls } = await open(home);
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
    const refusal = await refusalOf(home);
    expect(refusal).not.toContain('\n');
    expect(refusal).toMatch(/did not start \(.*FATAL: .*postgresql.conf.*\)\. Its log, .*, says more/);
  });

  it('on the data of another major version, and both are named', async () => {
    writeFileSync(dataFile('PG_VERSION'), '17\n');
    expect(await refusalOf(home)).toMatch(/was made by PostgreSQL 17, and 18\.\d+ is bundled/);
  });
});

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

function passwordOf(login: string): string {
  return path.join(home, 'cluster', 'passwords', login);
}

function ofAnotherUser(): string {
  const theirs = path.join(directory, 'theirs');
  mkdirSync(theirs);
  chownSync(theirs, 1000, 1000);
  return theirs;
}
