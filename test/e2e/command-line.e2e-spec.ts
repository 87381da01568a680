import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDocketClient } from '#client';
import { freePort } from '../../apps/docket/src/child-process.js';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

jest.setTimeout(180_000);

const DIST = path.resolve(import.meta.dirname, '../../dist/apps');
const NOBODY_LISTENS = 'postgres://docket:secret@127.0.0.1:1/docket';

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
type Started = { out(): string; signal(name: NodeJS.Signals): void; readonly ended: Promise<Ended> };

describe('what an operator types', () => {
  let database: TestDatabase;
  let home: string;

  beforeAll(async () => {
    database = await freshDatabase();
    home = mkdtempSync(path.join(tmpdir(), 'docket-command-line-'));
  });

  afterAll(async () => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const begin = (entry: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Started => {
    const urls = { DATABASE_URL: database.urls.owner, DATABASE_URL_API: database.urls.api };
    const child = spawn(process.execPath, [path.join(DIST, entry), ...args], {
      env: { ...process.env, ...urls, DATABASE_URL_WORKER: database.urls.worker, DOCKET_HOME: home, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, err }));
    return { out: () => out, signal: (name) => child.kill(name), ended };
  };

  const docket = (args: readonly string[], env?: Readonly<Record<string, string>>) =>
    begin('docket/src/main.js', args, env);

  const create = (key: string, ...more: readonly string[]) =>
    docket(['desk', 'create', '--key', key, '--name', key, '--admin-email', 'hal@desk.example', ...more]).ended;

  const expectOneLine = ({ code, out, err }: Ended, sentence: RegExp): void => {
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(err).toMatch(sentence);
  };

  it.each([
    ['the API', 'api/src/main.js', []],
    ['the worker', 'worker/src/main.js', []],
    ['start', 'docket/src/main.js', ['start']],
    [
      'a command',
      'docket/src/main.js',
      ['token', 'issue', '--desk', 'd', '--member', `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`],
    ],
  ])('%s says in one line that the database is out of reach', async (_, entry, args) => {
    const urls = {
      DATABASE_URL: NOBODY_LISTENS,
      DATABASE_URL_API: NOBODY_LISTENS,
      DATABASE_URL_WORKER: NOBODY_LISTENS,
    };
    const ended = await begin(entry, args, urls).ended;
    expectOneLine(ended, /127\.0\.0\.1:1/);
    expect(ended.err).not.toContain('secret');
  });

  it('start says in one line that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { readonly port: number };
    expectOneLine(await docket(['start'], { PORT: String(port) }).ended, new RegExp(`Port ${port} .* PORT`));
    server.close();
  });

  it('desk create makes a desk whose admin can act, and issues tokens for its members', async () => {
    const { code, out } = await create('city');
    expect(code).toBe(0);
    const [, adminId = ''] = /member ([0-9a-f-]{36})/.exec(out) ?? [];
    const again = await docket(['token', 'issue', '--desk', 'city', '--member', adminId]).ended;
    expect(again.out.trim()).toMatch(/^dkt_/);
    expectOneLine(await create('city'), /desk with the key city already/);
  });

  it('desk create refuses rules out of bounds, and leaves no desk behind', async () => {
    const file = path.join(home, 'policy.json');
    writeFileSync(file, JSON.stringify({ review: { quorum: { medium: 9 } } }));
    expectOneLine(await create('strict', '--policy', file), /review\.quorum/);
    writeFileSync(file, JSON.stringify({ quorum: 2 }));
    expectOneLine(await create('strict', '--policy', file), /quorum/);
    const rows = await connected(database.adminUrl, (client) =>
      client.query(`SELECT FROM operational.desk WHERE key = 'strict'`),
    );
    expect(rows.rowCount).toBe(0);
  });

  it('start makes a demo desk once, keeps its tokens to this user, and stops at Ctrl-C', async () => {
    const run = async () => {
      const port = await freePort();
      const process = docket(['start'], { PORT: String(port) });
      await until(async () => process.out().includes('Ctrl-C'), 'the guide of npm start');
      const file = path.join(home, 'demo-desk.json');
      const { tokens, checkId } = JSON.parse(readFileSync(file, 'utf8')) as {
        readonly tokens: Readonly<Record<string, string>>;
        readonly checkId: string;
      };
      const baseUrl = `http://127.0.0.1:${port}`;
      const me = await createDocketClient({ baseUrl, token: tokens['Ana'] ?? '' }).see('/v1/members/me', {});
      const page = await createDocketClient({ baseUrl }).see('/v/{checkId}', { checkId });
      process.signal('SIGINT');
      const { code, err } = await process.ended;
      return { code, err, mode: statSync(file).mode & 0o777, tokens, roles: me.roles, rating: page.rating.labelText };
    };
    const first = await run();
    expect(first).toMatchObject({ code: 0, err: '', mode: 0o600, roles: ['editor'], rating: 'Unproven' });
    expect(await run()).toEqual(first);
  });

  it('demo plays the case on a database of its own, and leaves nothing behind', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'docket-demo-place-'));
    chmodSync(place, 0o755); // started by root, PostgreSQL runs as another user
    const { code, out, err } = await docket(['demo'], { TMPDIR: place }).ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const refusal of ['evidence-frozen', 'already-ruled', 'approver-is-researcher', 'stale'])
      expect(out).toContain(`refused: check/${refusal}`);
    expect(out).toMatch(/VerdictPublished[\s\S]*Unproven[\s\S]*Nothing is left running/);
    rmdirSync(place); // throws unless it is empty
  });
});
