import { readFileSync } from 'node:fs';
import { ROLES } from '#kernel';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { startApi } from '../support/api.js';
import type { Answer, TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';

jest.setTimeout(120_000);

type Parameter = { readonly name: string; readonly in: string };
type Operation = { readonly parameters?: readonly Parameter[]; readonly security?: readonly object[] };

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
};

/** Every list of the desk that is asked for without the id of something. */
const LISTS = Object.entries(paths).flatMap(([path, { get }]) => {
  const names = get?.parameters?.filter((one) => one.in === 'query').map(({ name }) => name) ?? [];
  return names.includes('cursor') && path.startsWith('/v1/') && !path.includes('{') ? [path] : [];
});

describe('every list', () => {
  let api: TestApi;
  let tokens: readonly string[];

  beforeAll(async () => {
    api = await startApi({}, [WorkerModule]);
    const admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    const others = ROLES.filter((role) => role !== 'admin');
    tokens = [admin.token, ...(await Promise.all(others.map((role) => memberOf(api, admin, role))))];
  });
  afterAll(() => api?.stop());

  /** As the first who may ask. */
  const ask = async (url: string): Promise<Answer> => {
    for (const token of tokens) {
      const answer = await api.get(url, { token });
      if (answer.statusCode !== 403) return answer;
    }
    throw new Error(`Nobody may ask for ${url}.`);
  };
  const codeOf = async (url: string) => {
    const answer = await ask(url);
    return [answer.statusCode, answer.json().code];
  };

  it('is looked at here', () => {
    expect(LISTS).toEqual(expect.arrayContaining(['/v1/checks', '/v1/claims', '/v1/submissions', '/v1/members']));
  });

  it.each(LISTS)('%s says its position, and takes a limit up to 200', async (list) => {
    const answer = await ask(`${list}?limit=200`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      items: expect.any(Array) as unknown,
      position: expect.any(Number) as unknown,
      lagMs: expect.any(Number) as unknown,
    });
    for (const limit of ['0', '201', '-1', '1.5', 'many'])
      expect(await codeOf(`${list}?limit=${limit}`)).toEqual([400, 'request/parameter-invalid']);
  });

  it.each(LISTS)('%s refuses parameters that it does not know, and cursors that nobody gave', async (list) => {
    expect(await codeOf(`${list}?colour=red`)).toEqual([400, 'request/parameter-unknown']);
    expect(await codeOf(`${list}?limit=1&limit=2`)).toEqual([400, expect.stringMatching(/^request\/parameter-/)]);
    expect(await codeOf(`${list}?cursor=AAAA`)).toEqual([400, 'request/parameter-invalid']);
  });
});
