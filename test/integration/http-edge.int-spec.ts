import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { issueToken } from '#platform/sessions';
import { startApi } from '../support/api.js';
import type { Admin, Answer, Ask, TestApi } from '../support/api.js';
import { connected } from '../support/database.js';

jest.setTimeout(60_000);

let api: TestApi;
let hal: Admin;
let gus: Admin;
let ana: { readonly id: string; readonly token: string };

beforeAll(async () => {
  api = await startApi();
  hal = await api.makeDesk('desk-a');
  gus = await api.makeDesk('desk-b');
  for (const admin of [hal, gus]) await done(api.post(`/v1/members/${admin.adminId}/activate-member`, {}, admin));
  ana = await newMember(['editor']);
});

afterAll(() => api.stop());

const done = async (asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked;
  if (answer.statusCode >= 300) throw new Error(answer.payload);
  return answer;
};

const newMember = async (roles: readonly string[]) => {
  const id = v7();
  await done(api.post(`/v1/members/${id}/invite-member`, { name: 'N', email: 'n@desk.example' }, hal));
  for (const role of roles) await done(api.post(`/v1/members/${id}/grant-role`, { role }, hal));
  const token = await api.tokenOf(hal.deskId, id);
  await done(api.post(`/v1/members/${id}/activate-member`, {}, { token }));
  return { id, token };
};

const told = (answer: Answer): string => {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  return `${answer.statusCode} ${answer.json().code}`;
};

/** How many events and receipts there are, at all desks. */
const stored = (): Promise<unknown> =>
  connected(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT (SELECT count(*) FROM event_store.event) AS events, (SELECT count(*) FROM event_store.noop) AS noops',
    );
    return rows[0];
  });

const submission = { kind: 'article', text: 'North Korea denies it.', language: 'en' };
const register = (body: unknown = submission, ask: Ask = {}, id = v7()) =>
  api.post(`/v1/submissions/${id}/register-submission`, body, { token: ana.token, ...ask });

describe('a command', () => {
  it('is answered with its receipt, and again with the same one', async () => {
    const [id, key] = [v7(), v7()];
    const first = await register(submission, { key }, id);
    expect([first.statusCode, first.json(), first.headers['etag']]).toEqual([201, { id, version: 1 }, '"1"']);
    const before = await stored();
    const again = await register(submission, { key }, id);
    expect([again.statusCode, again.payload, again.headers['etag']]).toEqual([201, first.payload, '"1"']);
    expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true']);
    expect(await stored()).toEqual(before);
  });

  const approval = { versionNo: 1, draftNo: 1, contentHash: 'a'.repeat(64), consideredReplyIds: [], waivers: [] };

  it.each<[string, string, () => Promise<Answer>]>([
    ['with a body that breaks off', '400 request/unreadable', () => register('{"kind":')],
    ['with a name twice', '400 request/unreadable', () => register('{"kind":"article","kind":"tip"}')],
    ['without a key', '400 request/key-missing', () => register(submission, { key: '' })],
    [
      'with the key of a job',
      '400 request/key-invalid',
      () => register(submission, { key: '01a20fc9-28d6-8abc-8e83-9c9d0fbc1ffa' }),
    ],
    ['with a weak tag', '400 request/unreadable', () => register(submission, { version: 'W/"1"' })],
    ['with a parameter', '400 request/parameter-unknown', () => api.post(`/v1/claims/${v7()}/link-claim?x=1`, {}, ana)],
    ['for no id', '400 request/parameter-invalid', () => register(submission, {}, 'submission-1')],
    ['without a token', '401 request/unauthenticated', () => api.post(`/v1/claims/${v7()}/link-claim`, {})],
    [
      'that needs another role',
      '403 desk/role-missing',
      () => api.post(`/v1/members/${v7()}/invite-member`, { name: 'N', email: 'n@desk.example' }, ana),
    ],
    ['that nobody knows', '404 request/route-unknown', () => api.post(`/v1/checks/${v7()}/delete-check`, {}, ana)],
    [
      'for a check that is not there',
      '404 check/not-found',
      () => api.post(`/v1/checks/${v7()}/submit-for-review`, proposal, ana),
    ],
    [
      'for a member of another desk',
      '404 member/not-found',
      () => api.post(`/v1/members/${gus.adminId}/grant-role`, { role: 'admin' }, hal),
    ],
    [
      'that makes somebody once more',
      '409 member/exists',
      () => api.post(`/v1/members/${ana.id}/invite-member`, { name: 'N', email: 'n@desk.example' }, hal),
    ],
    [
      'that names an old version',
      '412 member/stale',
      () => api.post(`/v1/members/${ana.id}/grant-role`, { role: 'reviewer' }, { ...hal, version: '"1"' }),
    ],
    [
      'with more than a mebibyte',
      '413 request/too-large',
      () => register({ ...submission, text: 'x'.repeat(2 ** 20) }),
    ],
    [
      'that is no JSON',
      '415 request/media-type',
      () => register('text', { headers: { 'content-type': 'text/plain' } }),
    ],
    [
      'with U+0000',
      '422 desk/text-unreadable',
      () => register('{"kind":"article","text":"a\\u0000b","language":"en"}'),
    ],
    ['with an actor', '422 desk/unknown-field', () => register({ ...submission, actor: { id: hal.adminId } })],
    ['with a wrong type', '422 request/invalid', () => register({ ...submission, text: 7 })],
    ['without a field', '422 request/invalid', () => register({ kind: 'article' })],
    [
      'without the version it needs',
      '428 request/version-missing',
      () => api.post(`/v1/checks/${v7()}/approve-verdict`, approval, ana),
    ],
  ])('%s is refused: %s', async (_, expected, ask) => {
    const before = await stored();
    expect(told(await ask())).toBe(expected);
    expect(await stored()).toEqual(before);
  });

  it('whose key was used for something else, or by somebody else, is refused', async () => {
    const [id, key] = [v7(), v7()];
    await done(register(submission, { key }, id));
    const before = await stored();
    expect(told(await register({ ...submission, text: 'Another.' }, { key }, id))).toBe('422 request/key-reused');
    expect(told(await register(submission, { key }))).toBe('422 request/key-reused');
    const other = await newMember(['editor']);
    const known = await stored();
    expect(told(await register(submission, { key, token: other.token }, id))).toBe('422 request/key-reused');
    expect(await stored()).toEqual(known);
    expect(before).not.toEqual(known);
  });

  it('that comes too late hears how far things are', async () => {
    const answer = await api.post(`/v1/members/${ana.id}/grant-role`, { role: 'reviewer' }, { ...hal, version: '"1"' });
    expect(answer.json()).toMatchObject({ status: 412, rule: 'stale', actualVersion: 4 });
  });
});

const proposal = { proposal: { finding: 'mixed', strength: 'low', rationale: 'x'.repeat(60) } };

const me = (authorization: string) => api.get('/v1/members/me', { headers: { authorization } });

describe('a token', () => {
  it('that is missing, malformed, unknown, expired or revoked: all are answered alike', async () => {
    const [expired, revoked] = [await api.tokenOf(hal.deskId, ana.id), await api.tokenOf(hal.deskId, ana.id)];
    expect((await me(`Bearer ${expired}`)).statusCode).toBe(200);
    await connected(api.database.adminUrl, async (client) => {
      const [, , gone = ''] = expired.split('_');
      const [, , back = ''] = revoked.split('_');
      await client.query(
        `UPDATE operational.api_token SET created_at = now() - interval '2 days', expires_at = now() - interval '1 s' WHERE token_id = $1`,
        [gone],
      );
      await client.query('UPDATE operational.api_token SET revoked_at = now() WHERE token_id = $1', [back]);
    });
    const answers = [
      await api.get('/v1/members/me'),
      ...(await Promise.all(
        [
          '',
          'Bearer',
          'Bearer x',
          `Basic ${ana.token}`,
          `Bearer ${ana.token.slice(0, -1)}`,
          `Bearer ${ana.token} x`,
        ].map(me),
      )),
      await me(`Bearer ${issueToken().token}`),
      await me(`Bearer ${expired}`),
      await me(`Bearer ${revoked}`),
    ];
    const bodies = answers.map((answer) => ({ ...answer.json(), traceId: '' }));
    expect(new Set(answers.map(told))).toEqual(new Set(['401 request/unauthenticated']));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers['www-authenticate']))).toEqual(
      new Set(['Bearer realm="docket"']),
    );
  });

  it('is nowhere in the database', async () => {
    const rows = await connected(api.database.adminUrl, (client) =>
      client.query('SELECT to_jsonb(t)::text AS row FROM operational.api_token t'),
    );
    const secret = ana.token.split('_')[3] ?? '';
    expect(rows.rows.some(({ row }: { row: string }) => row.includes(secret))).toBe(false);
  });

  it('has the roles of the last commit', async () => {
    const ben = await newMember([]);
    const claims = () => api.get('/v1/claims', ben);
    expect((await register(submission, { token: ben.token })).statusCode).toBe(403);
    await done(api.post(`/v1/members/${ben.id}/grant-role`, { role: 'reviewer' }, hal));
    expect((await register(submission, { token: ben.token })).statusCode).toBe(201);
    expect((await claims()).statusCode).not.toBe(401);
  });

  it('of somebody who is not active opens his own page, and nothing else', async () => {
    const id = v7();
    await done(api.post(`/v1/members/${id}/invite-member`, { name: 'N', email: 'n@desk.example' }, hal));
    await done(api.post(`/v1/members/${id}/grant-role`, { role: 'editor' }, hal));
    const token = await api.tokenOf(hal.deskId, id);
    expect((await api.get('/v1/members/me', { token })).statusCode).toBe(200);
    expect(told(await register(submission, { token }))).toBe('403 member/not-active');
    expect(told(await api.get('/v1/checks', { token }))).toBe('403 member/not-active');
    await done(api.post(`/v1/members/${id}/activate-member`, {}, { token }));
    expect((await register(submission, { token })).statusCode).toBe(201);
  });
});

describe('a query', () => {
  it.each([
    ['/v1/checks?page=2', '400 request/parameter-unknown'],
    ['/v1/claims?limit=201', '400 request/parameter-invalid'],
    ['/v1/claims?cursor=AAAA', '400 request/parameter-invalid'],
    ['/v1/checks?after=somewhen', '400 request/parameter-invalid'],
    [`/v1/checks/${v7()}`, '404 check/not-found'],
    [`/v1/evidence/${v7()}`, '404 evidence/not-found'],
    [`/v/${v7()}`, '404 check/not-found'],
    ['/v1/nothing', '404 request/route-unknown'],
    ['/nothing', '404 request/route-unknown'],
  ])('%s is refused: %s', async (url, expected) => {
    expect(told(await api.get(url, ana))).toBe(expected);
  });
});

describe('the process', () => {
  it('lives before it is ready: no worker has made the read models', async () => {
    expect((await api.get('/livez')).json()).toEqual({ status: 'live' });
    const ready = await api.get('/readyz');
    expect([ready.statusCode, ready.headers['retry-after'], ready.headers['cache-control']]).toEqual([
      503,
      '1',
      'no-store',
    ]);
    expect(ready.json().detail).toMatch(/desk-board/);
  });

  it('serves the description that is kept in docs', async () => {
    expect((await api.get('/v1/openapi.json')).json()).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  });

  it('describes every command with a body that the edge takes', async () => {
    const { paths } = (await api.get('/v1/openapi.json')).json();
    const commands = Object.entries<Described>(paths).flatMap(
      ([path, { post }]) => (post && 'application/json' in post.requestBody.content ? [[path, post] as const] : []), // an import takes a file
    );
    expect(commands.length).toBeGreaterThan(20);
    for (const [path, { requestBody }] of commands) {
      const { example } = requestBody.content['application/json'];
      const answer = await api.post(path.replace(/\{\w+\}/, v7()), example, { ...gus, version: '"1"' });
      expect([path, answer.json().code]).not.toEqual([path, expect.stringMatching(/^(request|desk\/unknown-field)/)]);
    }
  });

  it('serves a reference page that fetches nothing from elsewhere', async () => {
    const page = await api.get('/docs');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html']);
    const sources = [...page.payload.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) {
      expect(source).toMatch(/^\.\//);
      expect((await api.get(new URL(source, 'http://desk/docs').pathname)).statusCode).toBe(200);
    }
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
  });
});

type Described = {
  readonly post?: {
    readonly requestBody: { readonly content: { readonly 'application/json': { readonly example: unknown } } };
  };
};
