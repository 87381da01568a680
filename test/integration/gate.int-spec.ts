import { v7 } from 'uuid';
import type { CheckEvent } from '#features/checks';
import type { EvidenceEvent } from '#features/evidence';
import {
  accepted,
  approved,
  assigned,
  decided,
  drafted,
  evidenceLinked,
  linked,
  opened,
  proposed,
  published,
  revealed,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(90_000);

const [ben, cleo, dan, eva, fay] = [v7(), v7(), v7(), v7(), v7()];
/** Due first, with nothing in its way but a waiver; due second, with a broken copy; approved; published; in review. */
const [first, second, signed, shown, sealed] = [v7(), v7(), v7(), v7(), v7()];
const [stored, unstored, broken] = [v7(), v7(), v7()];
const SOON = '2098-01-01T00:00:00.000Z';
const LATER = '2098-01-02T00:00:00.000Z';

type Item = { readonly item: string; readonly isMet: boolean; readonly code?: string };
type Waiting = {
  readonly checkId: string;
  readonly version: number;
  readonly gate: { readonly isPossible: boolean; readonly items: readonly Item[] };
};

describe('the gate', () => {
  let desk: ReadingDesk;
  let as: {
    readonly [Name in 'ben' | 'cleo' | 'dan' | 'eva' | 'fay']: Readonly<Record<string, string>>;
  };

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    as = {
      ben: await desk.member(ben, ['editor', 'approver']),
      cleo: await desk.member(cleo, ['reviewer']),
      dan: await desk.member(dan, ['reviewer']),
      eva: await desk.member(eva, ['approver']),
      fay: await desk.member(fay, ['approver']),
    };
    await desk.append('evidence', stored, [CAPTURED, ARCHIVED]);
    await desk.append('evidence', unstored, [CAPTURED, FAILED]);
    await desk.append('evidence', broken, [CAPTURED, ARCHIVED, BROKEN]);
    for (const id of [first, second, signed, shown, sealed])
      await desk.append('claim', id, [proposed(undefined, { statedOn: STATED_ON }), accepted('medium')]);
    await desk.append('check', second, [...decidedOn(broken, LATER), drafted(1)]);
    await desk.append('check', first, [...decidedOn(unstored, SOON), drafted(1)]);
    await desk.append('check', signed, [...decidedOn(stored), drafted(1), approved(fay), stage('approved', 4)]);
    await desk.append('check', shown, [...decidedOn(stored), drafted(1), approved(fay), published(1)]);
    await desk.append('check', shown, [stage('published', 5)]);
    await desk.append('check', sealed, [...inReviewOn(stored), ruled(cleo)]);
    await desk.append('claim', sealed, [linked('k1', shown, 'variant_of')]);
    await desk.untilRead('/v1/approvals', `check-${sealed}@11`, as.eva);
    await desk.untilRead('/v1/my-work', `check-${sealed}@11`, as.eva);
    await desk.untilRead(`/v1/claims/${shown}`, `claim-${sealed}@3`, as.eva);
  });

  afterAll(() => desk?.stop());

  const waitingFor = async (who: keyof typeof as, filters = ''): Promise<readonly Waiting[]> => {
    const { status, body } = await desk.get(`/v1/approvals${filters}`, as[who]);
    expect(status).toBe(200);
    return body.items;
  };

  const missedIn = ({ gate }: Waiting): readonly string[] =>
    gate.items.flatMap(({ isMet, code = '' }) => (isMet ? [] : [code]));

  const send = (verb: string, { checkId, version }: Pick<Waiting, 'checkId' | 'version'>, payload: object) =>
    desk.app.inject({
      method: 'POST',
      url: `/v1/checks/${checkId}/${verb}`,
      headers: { ...as.eva, 'if-match': `"${version}"`, 'idempotency-key': v7() },
      payload: { versionNo: 1, draftNo: 1, ...payload },
    });

  const approve = (one: Waiting, waivers: readonly object[] = []) =>
    send('approve-verdict', one, { contentHash: 'hash', consideredReplyIds: [], waivers });

  it('lists what waits for a signature by when it is due, with what is in the way', async () => {
    const waiting = await waitingFor('eva');
    expect(waiting.map((one) => [one.checkId, one.gate.isPossible, missedIn(one)])).toEqual([
      [first, true, ['check/evidence-not-archived']],
      [second, false, ['check/evidence-broken', 'check/evidence-not-archived']],
      [signed, true, []],
    ]);
    expect(waiting[0]).toMatchObject({
      basis: 'unanimous',
      rating: { label: 'unproven' },
      waiversNeeded: [{ rule: 'archive', codes: ['legal_hold', 'medium_unsupported'] }],
      draft: { draftNo: 1 },
    });
  });

  it('finds what is possible for whoever asks, and turns its pages', async () => {
    expect((await waitingFor('eva', '?possible=true')).map(({ checkId }) => checkId)).toEqual([first, signed]);
    expect(await waitingFor('ben', '?possible=true')).toEqual([]);
    const { body } = await desk.get('/v1/approvals?possible=true&limit=1', as.eva);
    const next = await desk.get(`/v1/approvals?possible=true&limit=1&cursor=${body.nextCursor}`, as.eva);
    expect([body.items[0].checkId, next.body.items[0].checkId]).toEqual([first, signed]);
  });

  it.each(['limit=201', 'possible=false', 'stage=decided'])('refuses %s', async (parameter) => {
    expect((await desk.get(`/v1/approvals?${parameter}`, as.eva)).status).toBe(400);
  });

  it('is for approvers alone', async () => {
    const { status, body } = await desk.get('/v1/approvals', as.cleo);
    expect([status, body.code]).toEqual([403, 'desk/role-missing']);
  });

  it('says on the page of the check the same, for each button', async () => {
    const { body } = await desk.get(`/v1/checks/${second}`, as.eva);
    expect(body.can.ApproveVerdict).toEqual({
      allowed: false,
      code: 'check/evidence-broken',
      reason: 'The stored copy of cited evidence is no longer what was archived.',
    });
    expect(body.gate).toEqual((await waitingFor('eva')).find(({ checkId }) => checkId === second)?.gate);
    const mine = await desk.get(`/v1/checks/${first}`, as.ben);
    expect(mine.body.can.ApproveVerdict).toMatchObject({ allowed: false, code: 'check/approver-is-researcher' });
  });

  it('refuses with what it says first, and lets through what has the waivers that it names', async () => {
    const [one, other] = await waitingFor('eva');
    if (one === undefined || other === undefined) throw new Error('Nothing waits.');
    const refused = await approve(other);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'check/evidence-broken']);
    expect((await approve(one)).json().code).toBe('check/evidence-not-archived');
    const waiver = { rule: 'archive', code: 'legal_hold', note: 'The court keeps it.' };
    expect((await approve(one, [waiver])).statusCode).toBe(200);
    const { gate } = (await waitingFor('eva')).find(({ checkId }) => checkId === first) ?? {};
    expect(gate).toMatchObject({ command: 'PublishVerdict', isPossible: true });
  });

  it('no longer lists a draft that was refused', async () => {
    const other = (await waitingFor('eva')).find(({ checkId }) => checkId === second);
    if (other === undefined) throw new Error('Nothing waits.');
    const refused = await send('refuse-approval', other, { reason: 'The copy is broken: find another source.' });
    expect(refused.statusCode).toBe(200);
    expect((await waitingFor('eva')).map(({ checkId }) => checkId)).not.toContain(second);
    await desk.untilRead('/v1/approvals', `check-${second}@${refused.json().version}`, as.eva);
    expect((await waitingFor('eva')).map(({ checkId }) => checkId).toSorted()).toEqual([first, signed].toSorted());
  });

  describe('before it, the ruling desk', () => {
    it('tells a reviewer what binds him, and nothing that is sealed', async () => {
      const { status, headers, body, text } = await desk.get(`/v1/checks/${sealed}/ruling-desk`, as.dan);
      expect([status, headers.etag]).toEqual([200, '"11"']);
      expect(body).toMatchObject({
        as: 'reviewer',
        claim: { claimId: sealed, spans: [{ start: 0, end: 5 }] },
        round: { round: 1, rulingsIn: 1, rulingsExpected: 2 },
        links: [{ linkId: 'l1', evidence: { title: 'Report on a briefing', status: 'archived' } }],
        precedents: [{ checkId: shown, live: { label: 'unproven' }, url: '/v/c' }],
        own: [],
        others: [],
      });
      expect(text).not.toMatch(/All support comes from|ru-/);
    });

    it('shows a reviewer his own ruling', async () => {
      const { body } = await desk.get(`/v1/checks/${sealed}/ruling-desk`, as.cleo);
      expect(body.own).toMatchObject([{ reviewerId: cleo, entries: [{ label: 'unproven' }] }]);
    });

    it.each([
      ['an approver without a part in it', 'eva', sealed, 403, 'desk/not-yours'],
      ['a check that is not there', 'dan', stored, 404, 'check/not-found'],
    ] as const)('is closed to %s', async (_, who, id, status, code) => {
      const answer = await desk.get(`/v1/checks/${id}/ruling-desk`, as[who]);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });
  });
});

const HASH = 'cd'.repeat(32);

const CAPTURED: EvidenceEvent = {
  type: 'EvidenceCaptured',
  data: { kind: 'web_page', title: 'Report on a briefing', originGroup: 'us-government', archiveRun: 1 },
};

const ARCHIVED: EvidenceEvent = {
  type: 'EvidenceArchived',
  data: { archiveRun: 1, sha256: HASH, bytes: 7, mediaType: 'text/plain', storageKey: 'key', tool: 'fetch' },
};

const FAILED: EvidenceEvent = {
  type: 'EvidenceArchiveFailed',
  data: { archiveRun: 1, attempts: 5, code: 'unreachable', detail: 'Nobody answers there.' },
};

const BROKEN: EvidenceEvent = {
  type: 'EvidenceIntegrityBroken',
  data: { expected: HASH, found: HASH.replace('cd', 'ef') },
};

const STATED_ON = { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'The dateline says so.' } as const;

const inReviewOn = (evidenceId: string): readonly CheckEvent[] => [
  opened('medium'),
  evidenceLinked('l1', evidenceId),
  ...assigned(ben, 'researcher'),
  ...assigned(cleo, 'reviewer'),
  ...assigned(dan, 'reviewer'),
  roundOpened(cleo, dan),
  stage('in_review', 2),
];

const decidedOn = (evidenceId: string, dueAt?: string): readonly CheckEvent[] => [
  ...inReviewOn(evidenceId),
  ruled(cleo),
  ruled(dan),
  revealed,
  decided,
  stage('decided', 3, dueAt),
];
