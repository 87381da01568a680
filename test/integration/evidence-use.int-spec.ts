import { v7 } from 'uuid';
import type { CheckEvent } from '#features/checks';
import type { ClaimEvent } from '#features/claims';
import type { EvidenceEvent } from '#features/evidence';
import {
  accepted,
  approved,
  assigned,
  decided,
  drafted,
  evidenceLinked,
  fiveStep,
  opened,
  proposed,
  published,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, ben, eva, gus, hal] = [v7(), v7(), v7(), v7(), v7()];
/** One that is published, one at work in which the evidence was weighed anew, one that took it away. */
const [shown, weighed, emptied] = [v7(), v7(), v7()];
const [evidenceId, unused] = [v7(), v7()];

describe('what rests on a piece of evidence', () => {
  let desk: ReadingDesk;
  let as: { readonly [Name in 'ana' | 'ben' | 'eva' | 'gus' | 'hal']: Readonly<Record<string, string>> };

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    as = {
      ana: await desk.member(ana, ['editor']),
      ben: await desk.member(ben, ['reviewer']),
      eva: await desk.member(eva, ['approver']),
      gus: await desk.member(gus, ['auditor']),
      hal: await desk.member(hal, ['admin']),
    };
    await desk.append('scale', 'five-step', fiveStep);
    await desk.append('evidence', evidenceId, captured);
    await desk.append('evidence', unused, captured);
    await desk.append('claim', shown, [proposed(), accepted('medium')], { by: ana });
    await desk.append('check', shown, [
      opened('medium'),
      stage('open', 1),
      ...assigned(ben, 'researcher'),
      linked('l1'),
    ]);
    await desk.append('check', shown, [roundOpened(ana, eva), ruled(ana), ruled(eva), decided, drafted(1), drafted(2)]);
    await desk.append('check', shown, [approved(eva), published(2), stage('published', 2)], { by: eva });
    await desk.append('claim', weighed, [proposed(), quoteChecked], { by: ana });
    await desk.append('check', weighed, [opened('low'), stage('open', 1), linked('l2'), reassessed('l2')]);
    await desk.append('check', emptied, [opened('low'), stage('open', 1), linked('l3'), unlinked('l3')]);
    await desk.untilRead(use(), `check-${emptied}@4`, as.ana);
  });

  afterAll(() => desk?.stop());

  const use = (id = evidenceId) => `/v1/evidence/${id}/use`;

  it('is every check that links it, with the versions that cite it, and every quote that was compared with it', async () => {
    const { status, body } = await desk.get(use(), as.ana);
    expect([status, body.position, body.lagMs]).toEqual([200, expect.any(Number), expect.any(Number)]);
    expect(body.items).toMatchObject([
      { kind: 'link', checkId: emptied, linkId: 'l3', evidenceSet: 2, unlinkedAt: expect.any(String), citedIn: [] },
      { kind: 'link', checkId: weighed, linkId: 'l2', stance: 'refutes', originGroup: 'org:kcna', citedIn: [] },
      { kind: 'quote_check', claimId: weighed, result: 'exact', translated: false, usedBy: ana },
      {
        kind: 'link',
        checkId: shown,
        linkId: 'l1',
        stance: 'supports',
        usedBy: 'ben',
        citedIn: [{ versionNo: 1, url: '/v/c/versions/1', isLive: true }],
      },
    ]);
    expect(body.items[1]).not.toHaveProperty('unlinkedAt');
  });

  it('comes page by page, the newest first', async () => {
    const first = await desk.get(`${use()}?limit=2`, as.ana);
    const second = await desk.get(`${use()}?limit=2&cursor=${first.body.nextCursor}`, as.ana);
    const all = await desk.get(use(), as.ana);
    expect([...first.body.items, ...second.body.items]).toEqual(all.body.items);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it('is nothing where nothing does, and unknown where there is no evidence', async () => {
    expect((await desk.get(use(unused), as.ana)).body.items).toEqual([]);
    expect(await desk.get(use(v7()), as.ana)).toMatchObject({ status: 404, body: { code: 'evidence/not-found' } });
  });

  it('is for the editorial roles and auditors', async () => {
    for (const who of ['ana', 'ben', 'eva', 'gus'] as const) expect((await desk.get(use(), as[who])).status).toBe(200);
    expect(await desk.get(use(), as.hal)).toMatchObject({ status: 403, body: { code: 'desk/role-missing' } });
  });

  describe('once it is restricted', () => {
    beforeAll(() => desk.append('evidence', evidenceId, [restricted]));

    const PLACES = [use(), `/v1/checks/${shown}`, `/v1/checks/${shown}/timeline`, `/v1/claims/${weighed}`];

    it('still says who uses it and how, and not how near a quote comes to it', async () => {
      const { body } = await desk.get(use(), as.eva);
      expect(body.items).toHaveLength(4);
      expect(body.items[2]).toMatchObject({ kind: 'quote_check', claimId: weighed, translated: false });
      expect(body.items[2]).not.toHaveProperty('result');
      expect((await desk.get(use(), as.ben)).body.items[2]).toMatchObject({ result: 'exact' });
    });

    it.each(PLACES)('no word of it is at %s for who is not named', async (place) => {
      const { status, text } = await desk.get(place, as.ana);
      expect(status).toBe(200);
      expect(text).not.toMatch(/secret|exact/);
    });

    it.each(PLACES.slice(1))('it is whole at %s for who is named', async (place) => {
      expect((await desk.get(place, as.ben)).text).toMatch(/secret/);
    });

    it('is there on the public page, and no more is said of it', async () => {
      const { status, text, body } = await desk.get(`/v/${shown}`);
      expect(status).toBe(200);
      expect(body.sources).toEqual([{ evidenceId, isRestricted: true, stance: 'supports', nature: 'assertion' }]);
      expect(text).not.toMatch(/secret/);
    });
  });
});

const captured: readonly EvidenceEvent[] = [
  {
    type: 'EvidenceCaptured',
    data: { kind: 'document', title: 'A secret paper', originGroup: 'us-government', archiveRun: 1 },
  },
];
const restricted: EvidenceEvent = {
  type: 'EvidenceAccessRestricted',
  data: { memberIds: [ben], reason: 'Its source would be known.' },
};

const linked = (linkId: string): CheckEvent => {
  const event = evidenceLinked(linkId, evidenceId);
  return {
    ...event,
    data: { ...event.data, quote: 'a secret', locator: 'secret page', note: 'secretly' },
  } as CheckEvent;
};

const reassessed = (linkId: string): CheckEvent => ({
  type: 'EvidenceReassessed',
  data: {
    linkId,
    stance: 'refutes',
    nature: 'record',
    weight: 'high',
    reason: 'The secret paper says so.',
    originGroup: 'org:kcna',
    evidenceSet: 2,
    by: 'ben',
  },
});

const unlinked = (linkId: string): CheckEvent => ({
  type: 'EvidenceUnlinked',
  data: { linkId, reason: 'It is another paper.', evidenceSet: 2, by: 'ben' },
});

const quoteChecked: ClaimEvent = {
  type: 'QuoteChecked',
  data: { evidenceId, primaryText: 'The secret words.', translated: false, result: 'exact' },
};
