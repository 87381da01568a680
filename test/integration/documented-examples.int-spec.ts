import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import type { AnyEvent } from '#kernel';
import { createDocketClient } from '#client';
import type { DocketClient } from '#client';
import { EventStore } from '#platform/event-store';
import { ChecksWorkerModule } from '#worker/checks';
import { ClaimsWorkerModule } from '#worker/claims';
import { EvidenceWorkerModule } from '#worker/evidence';
import { MembersWorkerModule } from '#worker/members';
import { PublishingWorkerModule } from '#worker/publishing';
import { StandardsWorkerModule } from '#worker/standards';
import { streamRows, verbOf } from '../../apps/api/src/documents/streams.js';
import { startApi } from '../support/api.js';
import type { TestApi } from '../support/api.js';
import { until } from '../support/until.js';
import {
  NAMED,
  archivedEvidence,
  checkBy,
  claimBy,
  memberWith,
  preparedFor,
  submissionBy,
} from './documented-examples/histories.js';
import type { People, Person, Prepared } from './documented-examples/histories.js';

jest.setTimeout(180_000);

type Media = { readonly example?: unknown };
type Parameter = { readonly name: string; readonly in: string; readonly example?: unknown };
type Operation = {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, unknown>>;
};
type Documented = { readonly method: string; readonly path: string; readonly operation: Operation };

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const DOCUMENTED: readonly Documented[] = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
);

const MODULES = [
  MembersWorkerModule,
  StandardsWorkerModule,
  ClaimsWorkerModule,
  EvidenceWorkerModule,
  ChecksWorkerModule,
  PublishingWorkerModule,
];

/** The check that the documented queries ask about. */
const SHOWN = '01845d2e-3a00-7000-8000-000000000104';

const NOW = '2022-11-10T09:00:00.000Z';

const ROWS = streamRows().flatMap(({ category, commands }) => commands.map((command) => ({ category, ...command })));

/** The API as the documents describe it: any path, with what stands there. */
type AnyClient = {
  send(
    path: string,
    ids: object,
    body: unknown,
    options?: { readonly version?: number },
  ): Promise<{ readonly version: number }>;
  see(path: string, ids: object, options?: { readonly query?: object }): Promise<unknown>;
  upload: DocketClient['upload'];
};

const bodyOf = ({ requestBody }: Operation): unknown => requestBody?.content['application/json']?.example;

const examplesIn = ({ parameters = [] }: Operation, place: string): readonly (readonly [string, unknown])[] =>
  parameters.filter((one) => one.in === place && one.example !== undefined).map(({ name, example }) => [name, example]);

const idsIn = (operation: Operation): Readonly<Record<string, unknown>> =>
  Object.fromEntries(examplesIn(operation, 'path'));

/** Not JSON, which is all that the client reads. */
const isForFeedReaders = ({ responses }: Operation): boolean =>
  JSON.stringify(responses).includes('application/atom+xml');

describe('every documented operation', () => {
  let api: TestApi;
  let baseUrl: string;
  let deskId: number;
  let people: People;
  let operatorToken: string;
  let prepared: Readonly<Record<string, Prepared>>;

  beforeAll(async () => {
    api = await startApi({}, MODULES);
    await api.app.listen(0, '127.0.0.1');
    baseUrl = await api.app.getUrl();
    const desk = await api.makeRehearsal('example', NOW);
    ({ deskId, operatorToken } = desk);
    people = { ana: v7(), ben: v7(), cleo: NAMED.member, eva: v7(), admin: desk.adminId };
    prepared = preparedFor(people);
    await happened('member', people.admin, [{ type: 'MemberActivated', data: {} }]);
    await happened('member', people.ana, memberWith('editor'));
    await happened('member', people.ben, memberWith('editor'));
    await happened('member', people.cleo, memberWith('reviewer'));
    await happened('member', people.eva, memberWith('approver'));
    await happened('submission', NAMED.submission, submissionBy(people.ana));
    await happened('submission', NAMED.otherSubmission, submissionBy(people.ana));
    await happened('claim', NAMED.otherClaim, claimBy(people.ana));
    await happened('evidence', NAMED.evidence, archivedEvidence);
    await happened('claim', SHOWN, claimBy(people.ana));
    await happened('check', SHOWN, checkBy(people).published);
    await until(async () => (await clientOf('eva').see('/v1/my-work', {})) !== undefined);
  });

  afterAll(() => api?.stop());

  it.each(DOCUMENTED.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const))(
    '%s says who may call it, and what may go wrong',
    (_, { operation }) => {
      expect(operation.description).toMatch(/^(For|Who): /);
      expect(operation.summary).toBeTruthy();
      const shown = (operation.parameters ?? []).filter((one) => one.in !== 'header' && one.name !== 'cursor');
      expect(shown.filter(({ example }) => example === undefined)).toEqual([]);
      expect(Object.keys(operation.responses).some((status) => Number(status) >= 400)).toBe(true);
    },
  );

  const queries = DOCUMENTED.filter(({ method, operation }) => method === 'get' && !isForFeedReaders(operation));
  it.each(queries.map((one) => [one.path, one] as const))(
    '%s answers what is asked as documented',
    async (path, { operation }) => {
      const query = Object.fromEntries(examplesIn(operation, 'query').filter(([name]) => name !== 'after'));
      const token = path.includes('/rehearsal/') ? operatorToken : await tokenOf(readerOf(path));
      expect(await clientWith(token).see(path, idsIn(operation), { query })).toBeDefined();
    },
  );

  const feeds = DOCUMENTED.filter(({ operation }) => isForFeedReaders(operation));
  it.each(feeds.map((one) => [one.path, one] as const))('%s is a feed, as documented', async (path, { operation }) => {
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) => String(idsIn(operation)[name]));
    const query = new URLSearchParams(
      examplesIn(operation, 'query').map(([name, value]): [string, string] => [name, String(value)]),
    );
    const answer = await fetch(`${baseUrl}${at}?${query.toString()}`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<feed')]);
  });

  const commands = DOCUMENTED.filter(({ method, operation }) => method === 'post' && bodyOf(operation) !== undefined);
  it.each(commands.map((one) => [one.path, one] as const))(
    '%s accepts what is sent as documented',
    async (path, { operation }) => {
      const row = ROWS.find(({ type }) => path.endsWith(`/${verbOf(type)}`));
      if (row === undefined) {
        expect(path).toMatch(/^\/v1\/rehearsal\//);
        await fetchOk(path, operatorToken, 'application/json', JSON.stringify(bodyOf(operation)));
        return;
      }
      const { by, past, id = idFor(row.category) } = prepared[row.type] ?? unsent(row.type);
      if (row.category === 'check') await happened('claim', id, claimBy(people.ana));
      await happened(row.category, id, past);
      const [name = ''] = Object.keys(idsIn(operation));
      const client = by === 'himself' ? clientWith(await api.tokenOf(deskId, id)) : clientWith(await tokenOf(by));
      const answer = await client.send(path, { [name]: id }, bodyOf(operation), { version: past.length });
      expect(answer.version).toBeGreaterThan(past.length);
    },
  );

  const files = DOCUMENTED.filter(({ method, operation }) => method !== 'get' && bodyOf(operation) === undefined);
  it.each(files.map((one) => [one.path, one] as const))(
    '%s takes the file as documented',
    async (path, { method, operation }) => {
      const [[mediaType, { example }] = ['', {}]] = Object.entries(operation.requestBody?.content ?? {});
      const content = String(example);
      if (method === 'put') {
        const sha256 = String(idsIn(operation)['sha256']);
        expect(await clientOf('ana').upload(content, { mediaType: 'text/plain', sha256 })).toMatchObject({ sha256 });
      } else await fetchOk(path, await tokenOf('ana'), mediaType, content);
    },
  );

  const happened = async (category: string, id: string, events: readonly AnyEvent[]): Promise<void> => {
    if (events.length === 0) return;
    const actor = { kind: 'member', id: people.ana, roles: [], capacity: 'editor' } as const;
    const envelope = { deskId, commandId: v7(), correlationId: v7(), actor, at: NOW };
    const write = {
      category,
      id,
      expected: 'any',
      events: events.map((one) => ({ ...one, schemaVersion: 1 })),
    } as const;
    await api.app.get(EventStore).append(envelope, 'ab'.repeat(32), [write]);
  };

  const tokenOf = (person: Person): Promise<string> => api.tokenOf(deskId, people[person]);

  const clientOf = (person: Person): AnyClient => {
    const later = async () => clientWith(await tokenOf(person));
    return {
      send: async (...args) => (await later()).send(...args),
      see: async (...args) => (await later()).see(...args),
      upload: async (...args) => (await later()).upload(...args),
    };
  };

  const clientWith = (token: string): AnyClient => createDocketClient({ baseUrl, token });

  const fetchOk = async (path: string, token: string, mediaType: string, body: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': mediaType, 'idempotency-key': v7() };
    const answer = await fetch(`${baseUrl}${path}`, { method: 'POST', headers, body });
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
  };
});

/** An approver may read most, an editor the rest: who may not is another test’s business. */
const readerOf = (path: string): Person => {
  if (path.endsWith('/ruling-desk')) return 'cleo';
  return path.startsWith('/v1/members/{') ? 'admin' : 'eva';
};

let made = 0;
const idFor = (category: string): string => {
  made += 1;
  if (category === 'scale' || category === 'policy') return `example-${made}`;
  return v7();
};

const unsent = (type: string): never => {
  throw new Error(`Nobody has prepared what ${type} needs.`);
};
