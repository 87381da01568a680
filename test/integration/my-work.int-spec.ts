import { v7 } from 'uuid';
import {
  assigned,
  decided,
  drafted,
  fiveStep,
  offered,
  opened,
  published,
  revealed,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';
import { sampleEvent } from '../support/samples.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, ben, cleo, dan, eva, gus] = [v7(), v7(), v7(), v7(), v7(), v7()];
const [sealed, signed, shown, other] = [v7(), v7(), v7(), v7()];
const SOON = '2098-01-01T00:00:00.000Z';

type Item = { readonly kind: string; readonly checkId: string; readonly ruling?: { readonly outcome?: object } };

describe('my work', () => {
  let desk: ReadingDesk;
  let as: Readonly<Record<'ana' | 'ben' | 'cleo' | 'dan' | 'eva' | 'gus', Readonly<Record<string, string>>>>;

  const reviewing = [...assigned(cleo, 'reviewer'), ...assigned(dan, 'reviewer'), roundOpened(cleo, dan)];

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    as = {
      ana: await desk.member(ana, ['editor']),
      ben: await desk.member(ben, ['reviewer', 'approver']),
      cleo: await desk.member(cleo, ['reviewer']),
      dan: await desk.member(dan, ['reviewer']),
      eva: await desk.member(eva, ['approver']),
      gus: await desk.member(gus, ['auditor']),
    };
    await desk.append('scale', 'five-step', fiveStep);
    await desk.append('check', sealed, [opened('medium'), ...reviewing, stage('in_review', 2, SOON), ruled(cleo)]);
    const draft = [...reviewing, ruled(cleo), ruled(dan), revealed, decided, stage('decided', 3), drafted(1)];
    await desk.append('check', signed, [opened('low'), sampleEvent('EvidenceLinked', { by: ben }), ...draft]);
    await desk.append('check', shown, [opened('low'), ...draft, published(1), stage('published', 4)]);
    await desk.append('check', other, [opened('low'), offered(cleo, 'reviewer')], { deskId: desk.desks[1] });
    await desk.untilRead('/v1/my-work', `check-${shown}@${draft.length + 3}`, as.eva);
  });

  afterAll(() => desk?.stop());

  const workOf = async (who: keyof typeof as, query = '') => {
    const { body } = await desk.get(`/v1/my-work${query}`, as[who]);
    return (body as { readonly items: readonly Item[] }).items;
  };
  const kinds = (items: readonly Item[]) => items.map(({ kind, checkId }) => [kind, checkId]);

  it('is what waits for whoever asks, by when it is due, and behind it what he has ruled', async () => {
    expect(kinds(await workOf('dan'))[0]).toEqual(['ruling', sealed]);
    const past = await workOf('dan', '?kind=past_ruling');
    expect(past.map(({ checkId }) => checkId).toSorted()).toEqual([signed, shown].toSorted());
    expect(await workOf('ana')).toEqual([]);
  });

  it('has an approval for who took no part in the case, and for nobody else', async () => {
    expect(kinds(await workOf('eva'))).toEqual([['approval', signed]]);
    expect(kinds(await workOf('ben'))).toEqual([]);
    expect(kinds(await workOf('cleo', '?kind=approval'))).toEqual([]);
  });

  it('tells the author alone what a sealed ruling says, and nobody what came of it before the reveal', async () => {
    const [own] = (await workOf('cleo', '?kind=past_ruling')).filter(({ checkId }) => checkId === sealed);
    expect(own?.ruling).toMatchObject({ label: 'unproven' });
    expect(own?.ruling).not.toHaveProperty('outcome');
    const { text } = await desk.get('/v1/my-work?kind=ruling', as.dan);
    expect(text).not.toMatch(/unproven|insufficient/);
  });

  it('goes on from page to page', async () => {
    const first = await desk.get('/v1/my-work?limit=2', as.cleo);
    const { nextCursor, items } = first.body as { readonly nextCursor: string; readonly items: readonly Item[] };
    const rest = await workOf('cleo', `?limit=2&cursor=${nextCursor}`);
    expect([items.length, rest.length]).toEqual([2, 1]);
    expect(kinds([...items, ...rest])).toEqual(kinds(await workOf('cleo')));
    expect(first.body).toMatchObject({ position: expect.any(Number), lagMs: expect.any(Number) });
  });

  it('is for editors, reviewers and approvers', async () => {
    expect((await desk.get('/v1/my-work', as.gus)).body).toMatchObject({ status: 403, code: 'desk/role-missing' });
    expect((await desk.get('/v1/my-work?kind=everything', as.ana)).status).toBe(400);
  });

  it('is counted by the versions of policy and scale on which checks rest', async () => {
    const { body: policy } = await desk.get('/v1/scales/five-step', as.gus);
    expect(policy).toMatchObject({ versions: [{ version: 1, checksPinned: 3 }] });
  });
});
