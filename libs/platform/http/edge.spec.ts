import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Body, Controller, Module, Param, Put, Query } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { Clock, DomainError } from '#kernel';
import type { Envelope, Receipt } from '#kernel';
import { ReadModelPosition } from '#platform/subscriptions';
import { CommandEnvelope, IfMatch } from './command-envelope.js';
import { httpAdapter, useEdge } from './edge.js';
import { fuzzyDate, text as textField, uuid } from './fields.js';
import { ParameterGuard } from './parameter.guard.js';
import { listQuery } from './reading.js';
import { CommandRoute, QueryRoute } from './routes.js';
import { requestIn } from './session.js';
import { FileStream, TakesFile } from './uploads.js';

const ID = '0199a000-0000-7000-8000-000000000001';
const SLOW_ID = '0199a000-0000-7000-8000-000000000002';
const KEY = '0199a000-0000-7000-8000-00000000000a';
const NOW = '2022-11-09T17:45:00.000Z';

const noteBody = z
  .strictObject({ note: textField(200), when: fuzzyDate.optional(), many: z.array(uuid).optional() })
  .meta({ id: 'Note' });
const lampQuery = listQuery.extend({ lit: z.enum(['yes', 'no']).optional() });

@Controller('lamps')
class LampsController {
  static asked: readonly unknown[] = [];

  @CommandRoute(':lampId/install', { creates: true })
  install(
    @Param('lampId', { schema: uuid }) id: string,
    @Body({ schema: noteBody }) data: z.infer<typeof noteBody>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Receipt {
    LampsController.asked = [data, envelope, expectedVersion];
    if (data.note === 'again') return { id, version: 4, replayed: true };
    if (data.note === 'refuse') throw new DomainError('rule', 'lamp/wrong-stage', 'Not here.', { possible: ['off'] });
    if (data.note === 'break') throw new TypeError('secret is undefined');
    return { id, version: 1 };
  }

  @QueryRoute('', { answer: z.unknown(), reads: 'lamps' })
  list(@Query({ schema: lampQuery }) { limit, cursor }: z.infer<typeof lampQuery>) {
    return { items: [limit], nextCursor: cursor === undefined ? 'c1' : undefined };
  }

  @QueryRoute(':lampId', { answer: z.unknown() })
  page(@Param('lampId', { schema: uuid }) id: string) {
    return id === SLOW_ID ? new Promise<never>(() => undefined) : { id, version: 7 };
  }

  @Put(':lampId/picture')
  @TakesFile()
  async picture(@FileStream() stream: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of stream) bytes += chunk.length;
    return { bytes };
  }
}

class Ana implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const actor = { kind: 'member', id: 'ana', roles: ['editor'] } as const;
    requestIn(context).session = { deskId: 1, actor, active: true, rehearsal: false };
    return true;
  }
}

@Module({
  controllers: [LampsController],
  providers: [
    { provide: APP_GUARD, useClass: Ana },
    { provide: APP_GUARD, useClass: ParameterGuard },
    { provide: Clock, useValue: { now: async () => NOW } },
    {
      provide: ReadModelPosition,
      useValue: { waitFor: async (_: number, __: string, { version }: { version: number }) => version < 5 },
    },
  ],
})
class LampsModule {}

const startLamps = async (deadlineMs?: number): Promise<NestFastifyApplication> => {
  const module = await Test.createTestingModule({ imports: [LampsModule] }).compile();
  const started = module.createNestApplication<NestFastifyApplication>(httpAdapter(), {
    bodyParser: false,
    logger: false,
  });
  started.setGlobalPrefix('v1');
  useEdge(started, { deadlineMs });
  await started.init();
  return started;
};

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await startLamps();
});

afterAll(() => app.close());

type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly path?: string };

const install = ({ body = { note: 'n' }, headers = {}, path = `/v1/lamps/${ID}/install` }: Sent = {}) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', 'idempotency-key': KEY, ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });

const get = (path: string) => app.inject({ method: 'GET', url: `/v1/lamps${path}` });

type Answer = Awaited<ReturnType<typeof get>>;
const problemIn = (answer: Answer): string => {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const { code, type, status, traceId, title } = answer.json();
  expect([type, status]).toEqual([`/problems/${code}`, answer.statusCode]);
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(title).toMatch(/\w/);
  return `${answer.statusCode} ${code}`;
};

describe('a command', () => {
  it('gets its envelope from the session, the key and the clock, and answers with its receipt', async () => {
    const answer = await install({ headers: { 'if-match': '"3"' } });
    expect([answer.statusCode, answer.json()]).toEqual([201, { id: ID, version: 1 }]);
    expect(answer.headers).toMatchObject({
      etag: '"1"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
    const actor = { kind: 'member', id: 'ana', roles: ['editor'] };
    const envelope = { deskId: 1, actor, commandId: KEY, correlationId: KEY, at: NOW };
    expect(LampsController.asked).toEqual([{ note: 'n' }, envelope, 3]);
  });

  it('that was answered before says so', async () => {
    const answer = await install({ body: { note: 'again' } });
    expect([answer.headers['idempotency-replayed'], answer.json()]).toEqual(['true', { id: ID, version: 4 }]);
  });

  it('that is refused says why', async () => {
    const answer = await install({ body: { note: 'refuse' } });
    expect(problemIn(answer)).toBe('409 lamp/wrong-stage');
    expect(answer.json()).toMatchObject({ detail: 'Not here.', rule: 'wrong-stage', possible: ['off'] });
  });

  it('that meets a defect tells nothing of it', async () => {
    const answer = await install({ body: { note: 'break' } });
    expect(problemIn(answer)).toBe('500 server/failed');
    expect(answer.payload).not.toMatch(/secret|TypeError|\.ts/);
  });

  it.each<[string, Sent, string]>([
    ['no key', { headers: { 'idempotency-key': '' } }, '400 request/key-missing'],
    [
      'a key of version 4',
      { headers: { 'idempotency-key': '6f0b4c1e-8a3b-4f8a-9c1d-0123456789ab' } },
      '400 request/key-invalid',
    ],
    ['a key of version 8', { headers: { 'idempotency-key': KEY.replace('-7', '-8') } }, '400 request/key-invalid'],
    ['a weak tag', { headers: { 'if-match': 'W/"3"' } }, '400 request/unreadable'],
    ['any tag', { headers: { 'if-match': '*' } }, '400 request/unreadable'],
    ['two tags', { headers: { 'if-match': '"3", "4"' } }, '400 request/unreadable'],
    ['a bare number', { headers: { 'if-match': '3' } }, '400 request/unreadable'],
    ['no JSON', { body: '{"note":' }, '400 request/unreadable'],
    ['nothing', { body: '' }, '400 request/unreadable'],
    ['a name twice', { body: '{"note":"a","note":"b"}' }, '400 request/unreadable'],
    ['__proto__', { body: '{"note":"a","__proto__":{}}' }, '400 request/unreadable'],
    ['a hundred thousand levels', { body: `{"note":${'['.repeat(1e5)}${']'.repeat(1e5)}}` }, '400 request/unreadable'],
    ['bytes that are not UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]) }, '400 request/unreadable'],
    ['more than a mebibyte', { body: { note: 'x'.repeat(1024 * 1024) } }, '413 request/too-large'],
    [
      'a form',
      { body: 'note=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      '415 request/media-type',
    ],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, '415 request/media-type'],
    ['JSON, packed', { headers: { 'content-encoding': 'gzip' } }, '415 request/media-type'],
    ['U+0000', { body: '{"note":"a\\u0000"}' }, '422 desk/text-unreadable'],
    ['half a surrogate pair', { body: '{"note":"\\ud800"}' }, '422 desk/text-unreadable'],
    ['an actor', { body: { note: 'a', actor: { id: 'eva' } } }, '422 desk/unknown-field'],
    ['a constructor', { body: { note: 'a', constructor: {} } }, '422 desk/unknown-field'],
    [
      'a field unknown inside',
      { body: { note: 'a', when: { precision: 'unresolved', x: 1 } } },
      '422 desk/unknown-field',
    ],
    ['an array', { body: [] }, '422 request/invalid'],
    ['null', { body: null }, '422 request/invalid'],
    ['a number for a text', { body: { note: 1 } }, '422 request/invalid'],
    ['an empty text', { body: { note: '' } }, '422 request/invalid'],
    ['no UUID in the path', { path: '/v1/lamps/x/install' }, '400 request/parameter-invalid'],
    ['an upper-case id', { path: `/v1/lamps/${ID.replace('a', 'A')}/install` }, '400 request/parameter-invalid'],
    ['a parameter', { path: `/v1/lamps/${ID}/install?force=true` }, '400 request/parameter-unknown'],
    ['an unknown verb', { path: `/v1/lamps/${ID}/explode` }, '404 request/route-unknown'],
    ['a path that is none', { path: '/v1/lamps/%zz/install' }, '404 request/route-unknown'],
    ['a path that climbs', { path: '/v1/lamps/..%2f..%2fetc/install' }, '400 request/parameter-invalid'],
    ['an endless path', { path: `/v1/lamps/${'x'.repeat(5_000)}/install` }, '404 request/route-unknown'],
  ])('with %s is refused', async (_, sent, expected) => {
    LampsController.asked = [];
    expect(problemIn(await install(sent))).toBe(expected);
    expect(LampsController.asked).toEqual([]);
  });

  it('without a body is refused', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `/v1/lamps/${ID}/install`,
      headers: { 'idempotency-key': KEY },
    });
    expect(problemIn(answer)).toBe('400 request/unreadable');
  });

  it('that is wrong says where', async () => {
    const answer = await install({ body: { note: '', when: { precision: 'unresolvable', basis: ' ' }, 'a/b~': 1 } });
    const pointers = answer.json().errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(['/a~1b~0', '/note', '/when/basis']);
  });

  it('that is wrong everywhere is not told all of it', async () => {
    const answer = await install({ body: { note: 'n', many: Array.from({ length: 20_000 }, () => 'x') } });
    expect(problemIn(answer)).toBe('422 request/invalid');
    expect(answer.json().errors.length).toBeLessThan(100);
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`x${n}`, 0]));
    const strange = await install({ body: { note: 'n', ...fields } });
    expect(problemIn(strange)).toBe('422 desk/unknown-field');
    expect(strange.payload.length).toBeLessThan(20_000);
  });

  it('is nothing that GET can send', async () => {
    expect(problemIn(await get(`/${ID}/install`))).toBe('404 request/route-unknown');
  });
});

describe('a query', () => {
  it('of a list says where the next page is', async () => {
    const first = await get('?lit=yes&limit=2');
    expect([first.statusCode, first.json().items]).toEqual([200, [2]]);
    expect(first.headers['link']).toBe('</v1/lamps?lit=yes&limit=2&cursor=c1>; rel="next"');
    expect((await get('?cursor=c1')).headers).not.toHaveProperty('link');
  });

  it('of one thing says its version', async () => {
    expect((await get(`/${ID}`)).headers).toMatchObject({ etag: '"7"', 'cache-control': 'no-store' });
  });

  it('waits for an event, or says that it is not there yet', async () => {
    expect((await get(`?after=lamp-${ID}@4`)).statusCode).toBe(200);
    const early = await get(`?after=lamp-${ID}@5`);
    expect([early.statusCode, early.headers['retry-after'], early.json().items]).toEqual([202, '1', [50]]);
    expect((await get(`/${ID}?after=lamp-${ID}@5`)).statusCode).toBe(200);
  });

  it.each([
    ['?page=2', '400 request/parameter-unknown'],
    ['?__proto__=1', '400 request/parameter-unknown'],
    ['?lit=maybe', '400 request/parameter-invalid'],
    ['?lit=yes&lit=no', '400 request/parameter-invalid'],
    ['?limit=0', '400 request/parameter-invalid'],
    ['?limit=201', '400 request/parameter-invalid'],
    ['?after=lamp', '400 request/parameter-invalid'],
    [`/${ID}?lit=yes`, '400 request/parameter-unknown'],
    [`/${ID}?after=x`, '400 request/parameter-invalid'],
    ['/x', '400 request/parameter-invalid'],
    [`/${ID}/`, '404 request/route-unknown'],
  ])('%s is refused', async (path, expected) => {
    expect(problemIn(await get(path))).toBe(expected);
  });
});

const put = (contentType: string, payload: Buffer) =>
  app.inject({ method: 'PUT', url: `/v1/lamps/${ID}/picture`, headers: { 'content-type': contentType }, payload });

describe('a file', () => {
  it('comes as its bytes, whatever it is and more than a mebibyte', async () => {
    const answer = await put('image/png', Buffer.alloc(3 * 1024 * 1024));
    expect([answer.statusCode, answer.json()]).toEqual([200, { bytes: 3 * 1024 * 1024 }]);
  });

  it('may be JSON, for the route to judge', async () => {
    const answer = await put('application/json', Buffer.from('{}'));
    expect([answer.statusCode, answer.json()]).toEqual([200, { bytes: 2 }]);
  });
});

const speak = async (bytes: string): Promise<string> => {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').end(bytes);
  return text(socket);
};

describe('the server', () => {
  beforeAll(() => app.listen(0, '127.0.0.1'));

  it('ends a request that takes too long', async () => {
    const hasty = await startLamps(50);
    expect(problemIn(await hasty.inject({ method: 'GET', url: `/v1/lamps/${SLOW_ID}` }))).toBe('503 store/unavailable');
    await hasty.close();
  });

  it.each([
    ['nonsense', 'GARBAGE\r\n\r\n', /^HTTP\/1.1 400 /],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1.1 413 /],
  ])('answers %s with a problem', async (_, bytes, status) => {
    const answer = await speak(bytes);
    expect(answer).toMatch(status);
    expect(answer).toMatch(/application\/problem\+json.*"code":"request\/(unreadable|too-large)"/s);
    expect(answer).toMatch(/nosniff.*no-store.*"traceId":"[0-9a-f]{32}"/s);
  });
});
