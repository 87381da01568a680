import { DocketProblem, createDocketClient } from './index.js';

const CHECK_ID = '0199a000-0000-7000-8000-000000000001';
const PROBLEM = { type: '/problems/check/stale', title: 'Precondition Failed', status: 412, detail: 'It has changed.' };

/** An API that gives these answers, one after the other, and what it was asked. */
const apiWith = (...answers: readonly Response[]) => {
  const asked: Request[] = [];
  const client = createDocketClient({
    baseUrl: 'http://desk.example',
    token: 'dkt_x',
    fetch: async (request) => {
      asked.push(request);
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error(`Nobody expected ${request.url}.`);
      return answer;
    },
  });
  return { client, asked };
};

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const problem = (body: unknown, status: number): Response =>
  json(body, status, { 'content-type': 'application/problem+json; charset=utf-8' });

const accept = '/v1/checks/{checkId}/accept-assignment';
const body = { assignmentId: CHECK_ID };

describe('sending a command', () => {
  it('names its caller, a key of its own, and the version that was seen', async () => {
    const { client, asked } = apiWith(json({ id: CHECK_ID, version: 3 }), json({ id: CHECK_ID, version: 3 }));
    const receipt = await client.send(accept, { checkId: CHECK_ID }, body, { version: 2 });
    await client.send(accept, { checkId: CHECK_ID }, body);
    expect(receipt).toEqual({ id: CHECK_ID, version: 3, replayed: false });
    const [first, second] = asked;
    expect([first?.method, first?.url]).toEqual([
      'POST',
      `http://desk.example/v1/checks/${CHECK_ID}/accept-assignment`,
    ]);
    expect(await first?.json()).toEqual(body);
    expect(first?.headers.get('authorization')).toBe('Bearer dkt_x');
    expect(first?.headers.get('if-match')).toBe('"2"');
    expect(second?.headers.has('if-match')).toBe(false);
    const keys = asked.map(({ headers }) => headers.get('idempotency-key') ?? '');
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('with the same key says that it was answered before', async () => {
    const { client, asked } = apiWith(json({ id: CHECK_ID, version: 3 }, 200, { 'idempotency-replayed': 'true' }));
    const receipt = await client.send(accept, { checkId: CHECK_ID }, body, { key: CHECK_ID });
    expect(receipt.replayed).toBe(true);
    expect(asked[0]?.headers.get('idempotency-key')).toBe(CHECK_ID);
  });

  it('that is refused throws the problem', async () => {
    const told = { ...PROBLEM, code: 'check/stale', traceId: 't', actualVersion: 4 };
    const { client } = apiWith(problem(told, 412));
    const refused = client.send(accept, { checkId: CHECK_ID }, body, { version: 2 });
    await expect(refused).rejects.toBeInstanceOf(DocketProblem);
    await expect(refused).rejects.toMatchObject({
      status: 412,
      code: 'check/stale',
      detail: 'It has changed.',
      body: { actualVersion: 4 },
    });
  });

  it('that something else answers throws too', async () => {
    const { client } = apiWith(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(client.send(accept, { checkId: CHECK_ID }, body)).rejects.toMatchObject({
      status: 502,
      body: undefined,
    });
  });
});

describe('seeing', () => {
  it('asks with filters, and again until the answer knows of an event', async () => {
    const { client, asked } = apiWith(json({ items: [] }, 202), json({ items: [] }, 202), json({ items: ['c4'] }));
    const answer = await client.see('/v1/checks', {}, { query: { limit: 10 }, after: `check-${CHECK_ID}@7` });
    expect(answer).toEqual({ items: ['c4'] });
    expect(asked.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => `http://desk.example/v1/checks?limit=10&after=check-${CHECK_ID}%407`),
    );
  });

  it('needs no token for what is public', async () => {
    const asked: Request[] = [];
    const reader = createDocketClient({
      baseUrl: 'http://desk.example',
      fetch: async (request) => {
        asked.push(request);
        return json({});
      },
    });
    await reader.see('/v/{checkId}', { checkId: CHECK_ID });
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });
});

describe('giving a file', () => {
  it('sends its bytes under their hash', async () => {
    const kept = { sha256: 'x', bytes: 3, mediaType: 'text/plain' };
    const { client, asked } = apiWith(json(kept), json(kept));
    expect(await client.upload('abc', { mediaType: 'text/plain' })).toEqual(kept);
    await client.upload(new TextEncoder().encode('abc'), { mediaType: 'text/plain', sha256: '0'.repeat(64) });
    const [first, second] = asked;
    expect([first?.method, first?.headers.get('content-type')]).toEqual(['PUT', 'text/plain']);
    expect(first?.url).toMatch(/\/v1\/files\/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad$/);
    expect(await first?.text()).toBe('abc');
    expect(second?.url).toMatch(/\/v1\/files\/0{64}$/);
  });
});
