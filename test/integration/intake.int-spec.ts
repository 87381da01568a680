import { readFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import type { SubmissionEvent } from '#features/claims';
import { EventStore } from '#platform/event-store';
import { ClaimsWorkerModule } from '#worker/claims';
import { startApi } from '../support/api.js';
import type { Admin, Answer, TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

/** The first half of a rocket, as programs write it that cut texts by 16 bits. */
const HALF_A_PAIR = Buffer.from([0xed, 0xa0, 0xbd]);

const ARTICLE = readFileSync(
  path.resolve(import.meta.dirname, '../../apps/docket/material/north-korea-ammunition.txt'),
  'utf8',
);

type Item = { readonly submissionId: string };
type Queue = { readonly items: readonly Item[]; readonly position: number };

const idOf = ({ submissionId }: Item): string => submissionId;

const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code];

/** The event that the command made last. */
const event = (answer: Answer): string => `submission-${answer.json().id}@${answer.json().version}`;

const outcomes = (answer: Answer) => answer.json().rows.map((row: { outcome: string }) => row.outcome);

const feed = (text: string) =>
  `<rss version="2.0"><channel><item><guid>urn:f1</guid><title>One</title><description>${text}</description></item></channel></rss>`;

describe('intake', () => {
  let api: TestApi;
  let admin: Admin;
  let editor = '';

  beforeAll(async () => {
    api = await startApi({}, [ClaimsWorkerModule]);
    admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    editor = await memberOf(api, admin, 'editor');
  });
  afterAll(() => api?.stop());

  const send = (id: string, verb: string, body: unknown, token = editor) =>
    api.post(`/v1/submissions/${id}/${verb}`, body, { token });
  const register = async (text: string, more: object = {}): Promise<string> => {
    const id = v7();
    const answer = await send(id, 'register-submission', { kind: 'article', text, language: 'en', ...more });
    expect(answer.statusCode).toBe(201);
    return id;
  };
  const page = async (id: string, token = editor) => (await api.get(`/v1/submissions/${id}`, { token })).json();
  const queue = (after: string, filters = ''): Promise<Queue> =>
    until<Queue>(async () => {
      const answer = await api.get(`/v1/submissions?limit=200&after=${after}${filters}`, { token: editor });
      return answer.statusCode === 200 ? answer.json<Queue>() : undefined;
    }, after);
  const noted = (id: string) =>
    until(async () => {
      const found = await page(id);
      return found.notes.length > 0 && found;
    }, 'notes');

  describe('an article', () => {
    it('is read by the analyser, and its dates by the anchor', async () => {
      const id = await register(ARTICLE, { publisher: { key: 'org:seed', name: 'Seed', kind: 'organisation' } });
      expect((await noted(id)).notes).toHaveLength(16);
      await send(id, 'anchor-dates', { day: '2022-11-08', basis: 'The agency carried it on that Tuesday.' });
      await send(id, 'resolve-date', {
        span: { start: 2445, end: 2460 },
        date: { from: '2022-02-24', to: '2022-02-24', precision: 'day', basis: 'The invasion began then.' },
      });
      const { notes, version, text } = await page(id);
      expect(text).toBe(ARTICLE);
      expect(version).toBe(4);
      expect(notes.slice(2, 4)).toMatchObject([
        { kind: 'relative_date', spans: [{ start: 140, end: 147 }], date: { from: '2022-11-08' } },
        { spans: [{ start: 413, end: 422 }], date: { from: '2022-10-31', to: '2022-11-06' } },
      ]);
      expect(notes[9]).toMatchObject({ spans: [{ start: 2445, end: 2460 }], date: { from: '2022-02-24' } });
      expect(notes[10]).toMatchObject({ spans: [{ start: 2966, end: 2977 }], date: { precision: 'unresolved' } });
    });

    it('gives no claim from its residue, nor any once it was turned away', async () => {
      const id = await register('They deny it.\nRelated Posts');
      await send(id, 'mark-residue', { spans: [{ start: 14, end: 27 }] });
      const claim = (start: number, end: number, quote: string) =>
        api.post(
          `/v1/claims/${v7()}/propose-claim`,
          {
            submissionId: id,
            revision: 1,
            spans: [{ start, end }],
            quote,
            text: 'They deny it',
            language: 'en',
            claimant: { key: 'org:seed', name: 'Seed', kind: 'organisation' },
            conveyors: [],
            voice: 'own',
            statedOn: { precision: 'unresolved' },
          },
          { token: editor },
        );
      expect(codeOf(await claim(14, 21, 'Related'))).toEqual([409, 'claim/span-in-residue']);
      expect((await claim(0, 12, 'They deny it')).statusCode).toBe(201);
      await send(id, 'decline-submission', { code: 'out_of_scope' });
      expect(codeOf(await claim(0, 12, 'They deny it'))).toEqual([409, 'claim/submission-closed']);
      await send(id, 'restore-submission', { reason: 'It is in scope after all.' });
      expect((await claim(0, 12, 'They deny it')).statusCode).toBe(201);
    });

    it('of 200,000 characters beyond 16 bits is taken in, and read', async () => {
      const id = await register(`${'🚀'.repeat(199_983)} on Tuesday, he?`);
      const { notes, revisions } = await noted(id);
      expect(revisions).toMatchObject([{ length: 199_999 }]);
      expect(notes[0]).toMatchObject({ kind: 'relative_date', spans: [{ start: 199_987, end: 199_994 }] });
    });

    it('whose text ends within a surrogate pair is refused', async () => {
      const body = '{"kind":"article","language":"en","text":"It flew \\ud83d"}';
      const answer = await api.post(`/v1/submissions/${v7()}/register-submission`, body, { token: editor });
      expect(codeOf(answer)).toEqual([422, 'desk/text-unreadable']);
    });
  });

  describe('the triage queue', () => {
    it('has what waits, by when it is due, and nothing else', async () => {
      const [first, second] = [await register('One.'), await register('Two.')];
      const third = await register('Drei.', { language: 'de', kind: 'tip' });
      const marked = await queue(event(await send(second, 'mark-duplicate', { ofSubmissionId: first })));
      expect(marked.items.map(idOf)).not.toContain(second);
      expect(marked.items.filter((item: Item) => [first, third].includes(idOf(item)))).toMatchObject([
        { submissionId: first, demand: 2, openProposals: 0, overdue: false, beginning: 'One.' },
        { submissionId: third, demand: 1, kind: 'tip', language: 'de' },
      ]);
      expect(marked.position).toEqual(expect.any(Number));
      const german = await queue(`submission-${third}@1`, '&language=de&kind=tip');
      expect(german.items.map(idOf)).toEqual([third]);
      await send(third, 'complete-triage', {});
      const restored = await queue(event(await send(second, 'restore-submission', { reason: 'It is another one.' })));
      expect(restored.items.map(idOf)).toEqual(expect.arrayContaining([first, second]));
      expect(restored.items.map(idOf)).not.toContain(third);
      expect(restored.items.find((item: Item) => idOf(item) === first)).toMatchObject({ demand: 1 });
    });

    it('goes on where a page ended', async () => {
      const { items } = (await api.get('/v1/submissions?limit=200', { token: editor })).json();
      const seen: string[] = [];
      for (let url = '/v1/submissions?limit=2'; url !== '';) {
        const part = (await api.get(url, { token: editor })).json();
        seen.push(...part.items.map(idOf));
        url = part.nextCursor === undefined ? '' : `/v1/submissions?limit=2&cursor=${part.nextCursor}`;
      }
      expect(seen).toEqual(items.map(idOf));
    });

    it('shows what is overdue, and the timer puts it on record', async () => {
      const id = v7();
      const registered: SubmissionEvent = {
        type: 'SubmissionRegistered',
        data: {
          kind: 'tip',
          text: 'Late.',
          language: 'en',
          revision: 1,
          textHash: 'ab',
          length: 5,
          triageDueAt: '2022-11-09T13:02:00.000Z',
          by: 'ana',
        },
      };
      const actor = { kind: 'service', id: 'service:test', roles: [], capacity: 'service' } as const;
      const envelope = {
        deskId: admin.deskId,
        commandId: v7(),
        correlationId: v7(),
        actor,
        at: new Date().toISOString(),
      };
      await api.app
        .get(EventStore)
        .append(envelope, 'ab'.repeat(32), [
          { category: 'submission', id, expected: 'absent', events: [{ ...registered, schemaVersion: 1 }] },
        ]);
      await until(async () => (await page(id)).triage.overdue, 'TriageOverdue');
      const { items } = await queue(`submission-${id}@1`, '&overdue=true');
      expect(items).toMatchObject([{ submissionId: id, overdue: true }]);
      await send(id, 'complete-triage', {});
      expect(await page(id)).toMatchObject({ status: 'triaged', triage: { late: true } });
    });

    it('is for editors and approvers, and a page for every editorial role', async () => {
      const id = await register('One.', { contact: { name: 'A reader' } });
      const reviewer = await memberOf(api, admin, 'reviewer');
      expect(codeOf(await api.get('/v1/submissions', { token: reviewer }))).toEqual([403, 'desk/role-missing']);
      expect(await page(id, reviewer)).not.toHaveProperty('contact');
      expect(await page(id)).toMatchObject({ contact: { name: 'A reader' } });
      expect(codeOf(await api.get(`/v1/submissions/${id}`, { token: admin.token }))).toEqual([
        403,
        'desk/role-missing',
      ]);
      await send(id, 'erase-submission-contact', { ground: 'He asked for it.' }, admin.token);
      expect(await page(id)).not.toHaveProperty('contact');
    });
  });
});

describe('an import', () => {
  let api: TestApi;
  let admin: Admin;
  let editor = '';

  beforeAll(async () => {
    api = await startApi();
    admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    editor = await memberOf(api, admin, 'editor');
  });
  afterAll(() => api?.stop());

  const page = async (id: string) => (await api.get(`/v1/submissions/${id}`, { token: editor })).json();
  const bring = async (content: string | Buffer, { key = v7(), type = 'text/csv', token = editor, query = '' } = {}) =>
    api.app.inject({
      method: 'POST',
      url: `/v1/submissions/import${query}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': key },
      payload: content,
    });

  it('registers, revises, and leaves alone, by the external key', async () => {
    const first = await bring('externalKey,text,language\nk1,One.,en\nk2,Two.,en\nk1,One again.,en\n');
    expect(outcomes(first)).toEqual(['registered', 'registered', 'revised']);
    const again = await bring('externalKey,text,language\nk1,One again.,en\nk2,Zwei.,en\nk3,Three.,en\n');
    expect(outcomes(again)).toEqual(['unchanged', 'revised', 'registered']);
    expect(again.json().counts).toEqual({ registered: 1, revised: 1, unchanged: 1, refused: 0 });
    const [row] = first.json().rows;
    expect(row).toMatchObject({ row: 1, line: 2, externalKey: 'k1', version: 1 });
    expect(row.submissionId).toMatch(/^.{14}5/);
    expect((await page(row.submissionId)).revisions).toMatchObject([{ text: 'One.' }, { text: 'One again.' }]);
  });

  it('sent again under its key gets the same report, and changes nothing', async () => {
    const key = v7();
    const file = 'externalKey,text,language\nr1,One.,en\nr1,Two.,en\nr1,One.,en\nr1,One.,en\n';
    const first = await bring(file, { key });
    expect(outcomes(first)).toEqual(['registered', 'revised', 'revised', 'unchanged']);
    const again = await bring(file, { key });
    expect(again.json()).toEqual(first.json());
    const other = await bring(file.replace('Two.', 'Other.'), { key });
    expect(other.json().rows[1]).toMatchObject({ outcome: 'refused', code: 'request/key-reused' });
  });

  it('refuses broken rows, each with its reason, and no other', async () => {
    const answer = await bring(
      Buffer.concat([
        Buffer.from(
          'externalKey,text,language,note\nb1,One.,en,\n,No key.,en,\nb3,,en,\nb4,Four.,xx-,\nb5,"Five.,en,\n',
        ),
        Buffer.from([0x62, 0x36, 0x2c, 0xff, 0x2c, 0x65, 0x6e, 0x2c, 0x0a]),
        Buffer.from('b7,Se\u0000ven.,en,\nb8,Eight.,en\nb9,Nine.,en,\n'),
      ]),
    );
    const { rows, counts, ignoredColumns } = answer.json();
    expect(ignoredColumns).toEqual(['note']);
    expect(counts).toEqual({ registered: 2, revised: 0, unchanged: 0, refused: 7 });
    expect(rows.map(({ row, code }: { row: number; code?: string }) => [row, code])).toEqual([
      [1, undefined],
      [2, 'request/invalid'],
      [3, 'request/invalid'],
      [4, 'request/invalid'],
      [5, 'request/invalid'],
      [6, 'desk/text-unreadable'],
      [7, 'desk/text-unreadable'],
      [8, 'request/invalid'],
      [9, undefined],
    ]);
    expect(rows[1].detail).toMatch(/externalKey is missing/);
  });

  it('takes five thousand rows with broken ones among them', async () => {
    const broken: Readonly<Record<number, string>> = {
      7: 'm7,"never closed',
      19: ',No key.,en',
      23: 'm23,,en',
      31: 'm31,One too many,en,more',
      43: `m43,Text,${'x'.repeat(40)}`,
    };
    const rows = Array.from({ length: 5_000 }, (_, place) =>
      place === 2_500
        ? Buffer.concat([Buffer.from('m2500,Half a rocket '), HALF_A_PAIR, Buffer.from(',en')])
        : Buffer.from(broken[place % 100] ?? `m${place},"Text ${place}, with a comma and a 🚀.",en`),
    );
    const file = [Buffer.from('externalKey,text,language'), ...rows].flatMap((row) => [row, Buffer.from('\r\n')]);
    const key = v7();
    const answer = await bring(Buffer.concat(file), { key });
    const report = answer.json();
    expect(report.counts).toEqual({ registered: 4_749, revised: 0, unchanged: 0, refused: 251 });
    expect(report.rows).toHaveLength(5_000);
    expect(report.rows[2_500]).toMatchObject({ row: 2_501, line: 2_502, code: 'desk/text-unreadable' });
    for (const place of [7, 19, 23, 31, 43, 4_943])
      expect(report.rows[place]).toMatchObject({ row: place + 1, outcome: 'refused', code: 'request/invalid' });
    expect(report.rows[4_999]).toMatchObject({ externalKey: 'm4999', outcome: 'registered', version: 1 });
    expect((await bring(Buffer.concat(file), { key })).json()).toEqual(report);
    const again = await bring(Buffer.concat(file));
    expect(again.json().counts).toEqual({ registered: 0, revised: 0, unchanged: 4_749, refused: 251 });
  });

  it('sent one by one is taken under the id of its external key, and under no other', async () => {
    const row = { kind: 'import', text: 'One.', language: 'en', externalKey: 'alone' };
    const send = (id: string, body: object) =>
      api.post(`/v1/submissions/${id}/register-submission`, body, { token: editor });
    const refusal = await send(v7(), row);
    expect(codeOf(refusal)).toEqual([422, 'submission/id-not-of-key']);
    const { idOfKey } = refusal.json();
    expect((await send(idOfKey, row)).statusCode).toBe(201);
    expect(outcomes(await bring('externalKey,text,language\nalone,One.,en\n'))).toEqual(['unchanged']);
    expect(codeOf(await send(v7(), { ...row, externalKey: undefined }))).toEqual([422, 'submission/id-not-of-key']);
  });

  it('takes feeds, whose items come again as revisions', async () => {
    const ask = { type: 'application/rss+xml; charset=utf-8', query: '?language=en' };
    expect(outcomes(await bring(feed('It says so.'), ask))).toEqual(['registered']);
    expect(outcomes(await bring(feed('It says so.'), ask))).toEqual(['unchanged']);
    const revised = await bring(feed('It says more.'), ask);
    expect(outcomes(revised)).toEqual(['revised']);
    expect(await page(revised.json().rows[0].submissionId)).toMatchObject({ kind: 'feed', text: 'It says more.' });
  });

  it.each([
    ['another type', 415, 'request/media-type', { type: 'text/plain' }],
    ['JSON', 415, 'request/media-type', { type: 'application/json' }],
    ['an unknown parameter', 400, 'request/parameter-unknown', { query: '?lang=en' }],
    ['a key that is none', 400, 'request/key-invalid', { key: 'one' }],
    ['a feed that is none', 422, 'request/invalid', { type: 'application/xml' }],
  ])('is refused with %s', async (_, status, code, ask) => {
    expect(codeOf(await bring('externalKey,text\n', ask))).toEqual([status, code]);
  });

  it('is for every editorial role, and for no other', async () => {
    const file = 'externalKey,text,language\nw1,One.,en\n';
    expect(codeOf(await bring(file, { token: await memberOf(api, admin, 'auditor') }))).toEqual([
      403,
      'desk/role-missing',
    ]);
    expect((await bring(file, { token: await memberOf(api, admin, 'reviewer') })).statusCode).toBe(200);
  });
});
