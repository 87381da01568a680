import { v7 } from 'uuid';
import { EXAMPLES } from '../../../apps/api/src/documents/examples.js';
import { streamRows, verbOf } from '../../../apps/api/src/documents/streams.js';
import { preparedFor } from '../documented-examples/histories.js';
import { TwoApis, statusesOf } from './two-apis.js';

jest.setTimeout(60_000);

describe('cases, with two APIs at work', () => {
  let both: TwoApis;
  let ana: string;

  beforeAll(async () => {
    both = await TwoApis.start('2022-11-10T09:00:00.000Z');
    ana = await both.tokenOf('ana');
  });

  afterAll(() => both?.stop());

  it('13. a claim has at most one check: of two who open it at once, one is told that it is open', async () => {
    const id = await both.caseWith(() => []);
    const opening = { path: `/v1/checks/${id}/open-check`, body: {}, ask: { token: ana } };
    const answers = await both.atOnce(opening, opening);
    expect(statusesOf(answers)).toEqual([201, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'check/exists' });
    expect(await both.eventsOf(`check-${id}`, 'CheckOpened')).toHaveLength(1);
  });

  const VERSIONED = streamRows().flatMap(({ category, commands }) =>
    commands.filter(({ isVersioned }) => isVersioned).map(({ type }) => [type, category] as const),
  );

  it.each(VERSIONED)(
    '15. %s with a stale version changes nothing, and hears the actual one',
    async (type, category) => {
      const prepared = preparedFor(both.people)[type];
      if (prepared === undefined || category !== 'check') throw new Error(`Nobody has prepared what ${type} needs.`);
      const id = await both.caseWith(() => prepared.past);
      const url = `/v1/checks/${id}/${verbOf(type)}`;
      const token = await both.tokenOf(prepared.by === 'himself' ? 'ana' : prepared.by);
      const stale = await both.one.post(url, EXAMPLES[type], { token, version: `"${prepared.past.length - 1}"` });
      expect([stale.statusCode, stale.json()]).toEqual([412, expect.objectContaining({ code: 'check/stale' })]);
      expect(JSON.stringify(stale.json())).toContain(String(prepared.past.length));
      const missing = await both.one.post(url, EXAMPLES[type], { token });
      expect(missing.statusCode).toBe(428);
      expect(await both.eventsOf(`check-${id}`)).toHaveLength(prepared.past.length);
    },
  );

  it.each(VERSIONED)('15. of two who send %s at once for the same version, one wins', async (type) => {
    const prepared = preparedFor(both.people)[type];
    if (prepared === undefined) throw new Error(`Nobody has prepared what ${type} needs.`);
    const id = await both.caseWith(() => prepared.past);
    const token = await both.tokenOf(prepared.by === 'himself' ? 'ana' : prepared.by);
    const sending = {
      path: `/v1/checks/${id}/${verbOf(type)}`,
      body: EXAMPLES[type],
      ask: { token, version: `"${prepared.past.length}"` },
    };
    const answers = await both.atOnce(sending, sending);
    expect(statusesOf(answers)).toEqual([200, 412]);
    const [won] = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won?.json()).toEqual({ id, version: (await both.eventsOf(`check-${id}`)).length });
  });

  it('15. what needs no version is decided again, and loses nobody’s work', async () => {
    const id = await both.caseWith((people) => preparedFor(people)['AddNote']?.past ?? []);
    const note = (text: string) => ({
      path: `/v1/checks/${id}/add-note`,
      body: { noteId: v7(), text, audience: 'desk' },
      ask: { token: ana },
    });
    const answers = await both.atOnce(note('First.'), note('Second.'), note('Third.'), note('Fourth.'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.json().version)).size).toBe(4);
    expect(await both.eventsOf(`check-${id}`, 'NoteAdded')).toHaveLength(4);
  });

  it('16. the same command twice, even at once, is done once and answered alike; with another body it is refused', async () => {
    const id = await both.caseWith(() => []);
    const key = v7();
    const opening = { path: `/v1/checks/${id}/open-check`, body: {}, ask: { token: ana, key } };
    const answers = await both.atOnce(opening, opening);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(1);
    const length = (await both.eventsOf(`check-${id}`)).length;

    const again = await both.other.post(opening.path, opening.body, opening.ask);
    expect([again.statusCode, again.json()]).toEqual([201, answers[0]?.json()]);
    const dueAt = '2022-11-11T12:00:00.000Z';
    const changed = await both.one.post(opening.path, { dueAt }, opening.ask);
    expect(changed.json()).toMatchObject({ code: 'request/key-reused' });
    expect(await both.eventsOf(`check-${id}`)).toHaveLength(length);
  });
});
