import { v7 } from 'uuid';
import type { EvidenceEvent } from '#features/evidence';
import {
  accepted,
  approved,
  asked,
  assigned,
  decided,
  doubted,
  drafted,
  evidenceLinked,
  fiveStep,
  linked,
  opened,
  proposed,
  published,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, ben, cleo, dan, eva, gus, hal] = [v7(), v7(), v7(), v7(), v7(), v7(), v7()];
/** One in review, one just open, one published, one that gets no check, one nobody has taken up. */
const [reviewed, fresh, shown, opinion, proposal] = [v7(), v7(), v7(), v7(), v7()];
const evidenceId = v7();
const LONG_AGO = '2020-01-01T00:00:00.000Z';

describe('queries', () => {
  let desk: ReadingDesk;
  let as: {
    readonly [Name in 'ana' | 'ben' | 'cleo' | 'dan' | 'eva' | 'gus' | 'hal']: Readonly<Record<string, string>>;
  };

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    as = {
      ana: await desk.member(ana, ['editor']),
      ben: await desk.member(ben, ['reviewer']),
      cleo: await desk.member(cleo, ['reviewer']),
      dan: await desk.member(dan, ['reviewer']),
      eva: await desk.member(eva, ['approver']),
      gus: await desk.member(gus, ['auditor']),
      hal: await desk.member(hal, ['admin']),
    };
    await desk.append('scale', 'five-step', fiveStep);
    await desk.append('evidence', evidenceId, captured);
    await desk.append('claim', reviewed, [proposed(), accepted('critical')], { by: ana });
    await desk.append('check', reviewed, [opened('critical'), stage('open', 1), ...assigned(cleo, 'reviewer')]);
    await desk.append('check', reviewed, [...assigned(dan, 'reviewer'), roundOpened(cleo, dan), stage('in_review', 2)]);
    await desk.append('check', reviewed, [ruled(cleo)], { by: cleo });
    await desk.append('claim', fresh, [proposed(), accepted('low')], { by: ana });
    await desk.append('check', fresh, [opened('low'), stage('open', 1, LONG_AGO), doubted, asked], { by: ana });
    await desk.append('claim', shown, [proposed(), accepted('medium')], { by: ana });
    await desk.append('check', shown, [opened('medium'), stage('open', 1), evidenceLinked('l1', evidenceId)]);
    await desk.append('check', shown, [roundOpened(cleo, dan), ruled(cleo), ruled(dan), decided, drafted(1)]);
    await desk.append('check', shown, [approved(eva), published(1), stage('published', 2)], { by: eva });
    await desk.append('claim', opinion, [proposed(), accepted('low', 'opinion')], { by: ana });
    await desk.append('claim', proposal, [proposed('It was 100% of the shells')], { by: ana });
    await desk.append('claim', reviewed, [linked('k1', shown, 'variant_of')], { by: ana });
    await desk.untilRead('/v1/claims', `claim-${reviewed}@3`, as.ana);
    await desk.untilRead('/v1/checks', `check-${shown}@11`, as.ana);
    await desk.untilRead(`/v1/claims/${shown}`, `claim-${reviewed}@3`, as.ana);
  });

  afterAll(() => desk?.stop());

  type Item = { readonly checkId?: string; readonly claimId?: string };
  const idsIn = ({ body }: { readonly body: { readonly items: readonly Item[] } }) =>
    body.items.map(({ checkId, claimId }) => checkId ?? claimId);

  describe('the board', () => {
    it('shows the most severe first, with numbers of rulings alone', async () => {
      const board = await desk.get('/v1/checks', as.eva);
      expect(idsIn(board)).toEqual([reviewed, shown, fresh]);
      expect(board.body.items).toMatchObject([
        {
          stage: 'in_review',
          rulings: { in: 1, expected: 2 },
          flags: [],
          assignees: [{ memberId: cleo }, { memberId: dan }],
        },
        { stage: 'published', liveVersion: 1, assignees: [], flags: [] },
        {
          stage: 'open',
          stageClock: { colour: 'missed' },
          flags: ['overdue', 'unassigned', 'waiting_for_reply', 'concern'],
        },
      ]);
      expect(board.body).toMatchObject({ position: expect.any(Number), lagMs: 0 });
    });

    it.each(['ben', 'gus', 'hal'] as const)('is not for %s', async (who) => {
      const { status, body } = await desk.get('/v1/checks', as[who]);
      expect([status, body.code]).toEqual([403, 'desk/role-missing']);
    });

    it.each([
      ['stage', 'stage=open', [fresh]],
      ['severity', 'severity=medium', [shown]],
      ['member', `member=${dan}`, [reviewed]],
      ['a member who has nothing to do', `member=${ben}`, []],
      ['whether anybody is on it', 'unassigned=true', [fresh]],
      ['whether it is late', 'overdue=true', [fresh]],
      ['whether it is disputed', 'disputed=true', []],
      ['whether it waits for a reply', 'waitingForReply=true', [fresh]],
      ['whether its version is looked at again', 'underReview=true', []],
      ['whether there is a concern', 'concern=true', [fresh]],
      ['several of them', 'concern=true&overdue=true&severity=low', [fresh]],
      ['several of them, which none is', 'concern=true&disputed=true', []],
      ['language', 'language=en', [reviewed, shown, fresh]],
    ])('finds by %s', async (_, filter, found) => {
      expect(idsIn(await desk.get(`/v1/checks?${filter}`, as.ana))).toEqual(found);
    });

    it.each([
      ['stage=lost', 'request/parameter-invalid'],
      ['overdue=maybe', 'request/parameter-invalid'],
      ['limit=201', 'request/parameter-invalid'],
      ['colour=missed', 'request/parameter-unknown'],
    ])('refuses %s', async (parameter, code) => {
      const { status, body } = await desk.get(`/v1/checks?${parameter}`, as.ana);
      expect([status, body.code]).toEqual([400, code]);
    });

    it('turns its pages in order', async () => {
      const first = await desk.get('/v1/checks?limit=2', as.ana);
      const second = await desk.get(`/v1/checks?limit=2&cursor=${first.body.nextCursor}`, as.ana);
      expect([idsIn(first), idsIn(second), second.body.nextCursor]).toEqual([[reviewed, shown], [fresh], undefined]);
      expect(first.headers.link).toContain('rel="next"');
    });

    it('refuses a cursor that is forged, or of another list', async () => {
      const { body } = await desk.get('/v1/claims?limit=1', as.ana);
      for (const cursor of [body.nextCursor, `x${body.nextCursor.slice(1)}`]) {
        const answer = await desk.get(`/v1/checks?cursor=${cursor}`, as.ana);
        expect([answer.status, answer.body.code]).toEqual([400, 'request/parameter-invalid']);
      }
    });

    it('answers what it has when it does not know an event yet', async () => {
      const { status, headers, body } = await desk.get(`/v1/checks?after=check-${fresh}@99`, as.ana);
      expect([status, headers['retry-after'], body.items.length]).toEqual([202, '1', 3]);
    });
  });

  describe('the list of claims', () => {
    it('shows every member the newest first, with what their checks came to', async () => {
      const list = await desk.get('/v1/claims', as.hal);
      expect(idsIn(list)).toEqual([proposal, opinion, shown, fresh, reviewed]);
      expect(list.body.items).toMatchObject([
        { status: 'proposed', relations: 0 },
        { status: 'accepted', checkability: 'opinion', finding: 'not_checkable' },
        { stage: 'published', finding: 'insufficient_evidence', live: { labelText: 'Unproven' }, relations: 1 },
        { stage: 'open', severity: 'low' },
        { stage: 'in_review', relations: 1 },
      ]);
      expect(list.body.items[4]).not.toHaveProperty('finding');
    });

    it.each([
      ['text=SHELLS', 5],
      ['text=100%25', 1],
      ['text=1_0', 0],
      ['status=proposed', 1],
      ['checkability=opinion', 1],
      ['severity=low', 2],
      ['withoutCheck=true', 2],
    ])('finds by %s', async (filter, count) => {
      expect(idsIn(await desk.get(`/v1/claims?${filter}`, as.ben))).toHaveLength(count);
    });
  });

  describe('a claim', () => {
    it('shows its links from both ends', async () => {
      const relation = { linkId: 'k1', fromClaimId: reviewed, relation: 'variant_of', toClaimId: shown };
      const [from, to] = [
        await desk.get(`/v1/claims/${reviewed}`, as.gus),
        await desk.get(`/v1/claims/${shown}`, as.gus),
      ];
      expect([from.body.relations, to.body.relations]).toEqual([[relation], [relation]]);
      expect([to.body.stage, to.body.live.label, to.headers.etag]).toEqual(['published', 'unproven', '"2"']);
    });

    it('is not there under another id', async () => {
      const { status, body } = await desk.get(`/v1/claims/${v7()}`, as.ana);
      expect([status, body.code]).toEqual([404, 'claim/not-found']);
    });
  });

  describe('the page of a check', () => {
    const page = (who: keyof typeof as, id = reviewed) => desk.get(`/v1/checks/${id}`, as[who]);

    it('tells the other reviewer no more than that a ruling is in', async () => {
      const { status, headers, body, text } = await page('dan');
      expect([status, headers.etag]).toEqual([200, '"9"']);
      expect(body.rounds).toMatchObject([{ rulingsIn: 1, rulingsExpected: 2, rulings: [], sealed: [] }]);
      expect(text).not.toMatch(/All support comes from|ru-/);
    });

    it('shows a reviewer his own ruling, and an editor whose is in', async () => {
      expect((await page('cleo')).body.rounds[0].rulings).toMatchObject([
        { reviewerId: cleo, entries: [{ label: 'unproven' }] },
      ]);
      const { body, text } = await page('ana');
      expect(body.rounds[0].sealed).toMatchObject([{ reviewerId: cleo }]);
      expect(text).not.toContain('All support comes from');
    });

    it('says what whoever asks may do', async () => {
      expect((await page('dan')).body.can).toMatchObject({
        SubmitRuling: { allowed: true, as: 'reviewer' },
        OpenRound: { allowed: false, code: 'desk/role-missing' },
        LinkEvidence: { allowed: false, code: 'check/evidence-frozen' },
      });
    });

    it('shows what a link points to', async () => {
      expect((await page('ana', shown)).body.links).toMatchObject([
        {
          linkId: 'l1',
          stance: 'supports',
          evidence: { title: 'Report on a briefing', status: 'archived', sha256: HASH },
        },
      ]);
    });

    it.each([
      ['ben', reviewed, 403, 'desk/not-yours'],
      ['gus', reviewed, 403, 'desk/role-missing'],
      ['hal', reviewed, 403, 'desk/role-missing'],
      ['ana', opinion, 404, 'check/not-found'],
    ] as const)('is not for %s', async (who, id, status, code) => {
      const answer = await page(who, id);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });
  });

  describe('the timeline', () => {
    it('tells an auditor everything that happened, page by page, and nothing that is sealed', async () => {
      const first = await desk.get(`/v1/checks/${reviewed}/timeline?limit=7`, as.gus);
      const rest = await desk.get(`/v1/checks/${reviewed}/timeline?cursor=${first.body.nextCursor}`, as.gus);
      const items = [...first.body.items, ...rest.body.items];
      expect(items.map(({ no }: { readonly no: number }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(items.at(-1)).toMatchObject({ type: 'RulingSubmitted', shows: 'part', actor: { id: cleo } });
      expect(items.at(-1)?.essentials).not.toHaveProperty('label');
    });

    it('does not find a sealed ruling by its author for the other reviewer', async () => {
      const timeline = `/v1/checks/${reviewed}/timeline?type=RulingSubmitted`;
      expect((await desk.get(timeline, as.dan)).body.items).toEqual([
        { no: 9, type: 'RulingSubmitted', shows: 'part', essentials: { round: 1 } },
      ]);
      expect((await desk.get(`${timeline}&actor=${cleo}`, as.dan)).body.items).toEqual([]);
      expect((await desk.get(`${timeline}&actor=${cleo}`, as.ana)).body.items).toHaveLength(1);
    });

    it('is not for who has no part in the case', async () => {
      const { status, body } = await desk.get(`/v1/checks/${reviewed}/timeline`, as.ben);
      expect([status, body.code]).toEqual([403, 'desk/not-yours']);
    });
  });

  describe('the public page', () => {
    it('is open to everybody, and names no member', async () => {
      const { status, body, text } = await desk.get(`/v/${shown}`);
      expect([status, body.rating.labelText, body.sources.length]).toEqual([200, 'Unproven', 1]);
      for (const member of [ana, ben, cleo, dan, eva]) expect(text).not.toContain(member);
    });

    it('says no version of the stream, whose events are not public', async () => {
      expect((await desk.get(`/v/${shown}`)).headers.etag).toMatch(/^"[\w-]{43}"$/);
    });

    it('is its ClaimReview alone for machines', async () => {
      const { headers, body } = await desk.get(`/v/${shown}`, { accept: 'application/ld+json' });
      expect(headers['content-type']).toMatch(/^application\/ld\+json/);
      expect(body).toMatchObject({ '@type': 'ClaimReview', version: '1', reviewRating: { alternateName: 'Unproven' } });
    });

    it.each([
      ['in review', reviewed],
      ['not there', opinion],
      ['unknown', v7()],
    ])('is not there for a check that is %s', async (_, id) => {
      const { status, body } = await desk.get(`/v/${id}`);
      expect([status, body.code]).toEqual([404, 'check/not-found']);
    });
  });

  it('answer another desk as if nothing of this one existed', async () => {
    const zoe = await desk.member(v7(), ['editor'], desk.desks[1]);
    await desk.append('claim', v7(), [proposed()], { deskId: desk.desks[1] });
    expect((await desk.get(`/v1/checks/${reviewed}`, zoe)).status).toBe(404);
    expect((await desk.get(`/v1/checks/${reviewed}/timeline`, zoe)).status).toBe(404);
    expect((await desk.get(`/v1/claims/${reviewed}`, zoe)).status).toBe(404);
    expect((await desk.get('/v1/checks', zoe)).body.items).toEqual([]);
  });
});

const HASH = 'cd'.repeat(32);

const captured: readonly EvidenceEvent[] = [
  {
    type: 'EvidenceCaptured',
    data: { kind: 'web_page', title: 'Report on a briefing', originGroup: 'us-government', archiveRun: 1 },
  },
  {
    type: 'EvidenceArchived',
    data: { archiveRun: 1, sha256: HASH, bytes: 7, mediaType: 'text/plain', storageKey: 'key', tool: 'fetch' },
  },
];
