import { v7 } from 'uuid';
import type { Role } from '#kernel';
import { sampleEvent as event } from '../support/samples.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, ben, gus, hal, nobody] = [v7(), v7(), v7(), v7(), v7()];
const [submission, claim, evidence] = [v7(), v7(), v7()];

type Entry = { readonly no: number; readonly type: string; readonly essentials: Readonly<Record<string, unknown>> };

describe('timelines', () => {
  let desk: ReadingDesk;
  let as: Readonly<Record<'ana' | 'ben' | 'gus' | 'hal' | 'nobody', Readonly<Record<string, string>>>>;

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    const member = (id: string, ...roles: readonly Role[]) => desk.member(id, roles);
    as = {
      ana: await member(ana, 'editor'),
      ben: await member(ben, 'reviewer'),
      gus: await member(gus, 'auditor'),
      hal: await member(hal, 'admin'),
      nobody: await member(nobody),
    };
    await desk.append('submission', submission, [event('SubmissionRegistered'), event('SubmissionContactRecorded')]);
    await desk.append('submission', submission, [event('SubmissionTriaged')], { by: ana });
    await desk.append('evidence', evidence, [
      event('EvidenceCaptured'),
      event('EvidenceArchived'),
      event('EvidenceAccessRestricted', { memberIds: [ana] }),
    ]);
    const compared = event('QuoteChecked', { evidenceId: evidence, primaryText: 'The secret words.' });
    await desk.append('claim', claim, [event('ClaimProposed'), event('ClaimAccepted'), compared]);
    await desk.append('scale', 'six-step', [event('ScaleDefined'), event('ScaleVersionDrafted')]);
    await desk.append('policy', 'default', [event('PolicyDefined')]);
    await desk.append('member', ben, [event('MemberProfileRecorded'), event('InterestDeclared')]);
  });

  afterAll(() => desk?.stop());

  const timeline = async (of: string, who: keyof typeof as, query = '') => {
    const { status, body, text } = await desk.get(`/v1/${of}/timeline${query}`, as[who]);
    const { items = [], code } = body as { readonly items?: readonly Entry[]; readonly code?: string };
    return { status, items, text, code };
  };

  it.each([
    ['submissions', submission, 3],
    ['claims', claim, 3],
    ['evidence', evidence, 3],
    ['members', ben, 5],
    ['scales', 'six-step', 2],
    ['policies', 'default', 1],
  ])('are there for auditors: of %s', async (what, id, length) => {
    const { items } = await timeline(`${what}/${id}`, 'gus');
    expect(items.map(({ no }) => no)).toEqual(Array.from({ length }, (_, place) => place + 1));
  });

  it('keep an outsider’s contact for editors, and the words of restricted evidence for those who are named', async () => {
    const contact = async (who: keyof typeof as) =>
      Object.keys((await timeline(`submissions/${submission}`, who)).items[1]?.essentials ?? {});
    expect([await contact('ana'), await contact('ben'), await contact('gus')]).toEqual([['contact'], [], []]);
    for (const who of ['ben', 'gus'] as const) {
      expect((await timeline(`claims/${claim}`, who)).text).not.toContain('secret words');
      expect((await timeline(`evidence/${evidence}`, who)).text).not.toContain('KCNA');
    }
    expect((await timeline(`claims/${claim}`, 'ana')).text).toContain('secret words');
  });

  it('keep a member’s address for himself and admins, and his name for who may see members', async () => {
    const profile = async (who: keyof typeof as) => {
      const { items } = await timeline(`members/${ben}`, who, '?type=MemberProfileRecorded');
      return Object.keys(items[0]?.essentials ?? {}).toSorted();
    };
    expect(await profile('ben')).toEqual(['email', 'name']);
    expect(await profile('hal')).toEqual(['email', 'name']);
    expect(await profile('ana')).toEqual(['name']);
    expect(await profile('gus')).toEqual([]);
  });

  it.each([
    [`members/${ana}`, 'ben', 'desk/role-missing'],
    [`submissions/${submission}`, 'hal', 'desk/role-missing'],
    [`evidence/${evidence}`, 'hal', 'desk/role-missing'],
    [`claims/${claim}`, 'nobody', 'desk/role-missing'],
    [`claims/${v7()}`, 'gus', 'claim/not-found'],
  ] as const)('refuse %s to %s', async (of, who, code) => {
    expect((await timeline(of, who)).code).toBe(code);
  });

  it('are filtered by type, actor and time, and go on from page to page', async () => {
    const of = `submissions/${submission}`;
    const numbers = async (query: string) => (await timeline(of, 'gus', query)).items.map(({ no }) => no);
    expect(await numbers('?type=SubmissionTriaged')).toEqual([3]);
    expect(await numbers(`?actor=${ana}`)).toEqual([3]);
    expect(await numbers('?to=2020-01-01T00:00:00.000Z')).toEqual([]);
    expect(await numbers('?from=2020-01-01T00:00:00.000Z')).toEqual([1, 2, 3]);
    const { text } = await timeline(of, 'gus', '?limit=2');
    const { nextCursor } = JSON.parse(text) as { readonly nextCursor: string };
    expect(await numbers(`?limit=2&cursor=${nextCursor}`)).toEqual([3]);
    expect((await timeline(`claims/${claim}`, 'gus', `?cursor=${nextCursor}`)).status).toBe(400);
  });
});
