import { v7 } from 'uuid';
import type { AnyEvent } from '#kernel';
import { EventStore } from '#platform/event-store';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { startApi } from '../support/api.js';
import type { TestApi } from '../support/api.js';
import { join } from '../support/members.js';
import type { Joined } from '../support/members.js';
import { NAMED, archivedEvidence, checkBy, claimBy } from './documented-examples/histories.js';

jest.setTimeout(120_000);

const MORNING = '2022-11-10T09:00:00.000Z';
const at = (time: string): string => `2022-11-10T${time}:00.000Z`;
const REVIEW_BY = '2022-11-20';

type Entry = {
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: { readonly id: string };
  readonly essentials: Readonly<Record<string, unknown>>;
};

describe('a publication that is scheduled', () => {
  let api: TestApi;
  let deskId: number;
  let operatorToken: string;
  let people: Readonly<Record<'ana' | 'ben' | 'cleo' | 'eva' | 'gus', Joined>>;

  beforeAll(async () => {
    api = await startApi({}, [WorkerModule]);
    const desk = await api.makeRehearsal('desk', MORNING);
    ({ deskId, operatorToken } = desk);
    await api.post(`/v1/members/${desk.adminId}/activate-member`, {}, { token: desk.token });
    people = {
      ana: await join(api, desk, 'editor'),
      ben: await join(api, desk, 'reviewer'),
      cleo: await join(api, desk, 'reviewer'),
      eva: await join(api, desk, 'approver'),
      gus: await join(api, desk, 'auditor'),
    };
    await happened('evidence', NAMED.evidence, archivedEvidence);
  });

  afterAll(() => api?.stop());

  const happened = async (category: string, id: string, past: readonly AnyEvent[]): Promise<void> => {
    const actor = { kind: 'member', id: people.ana.memberId, roles: [], capacity: 'editor' } as const;
    const events = past.map((one) => ({ ...one, schemaVersion: 1 }));
    await api.app
      .get(EventStore)
      .append({ deskId, commandId: v7(), correlationId: v7(), actor, at: MORNING }, 'ab'.repeat(32), [
        { category, id, expected: 'absent', events },
      ]);
  };

  /** Approved by Eva, and to be looked at again in ten days. */
  const approvedCheck = async (): Promise<string> => {
    const checkId = v7();
    const [ana, ben, cleo, eva] = [people.ana, people.ben, people.cleo, people.eva].map(({ memberId }) => memberId);
    if (ana === undefined || ben === undefined || cleo === undefined || eva === undefined) throw new Error('Who?');
    await happened('claim', checkId, claimBy(ana));
    const { approved } = checkBy({ ana, ben, cleo, eva, admin: eva });
    const soon = { reviewBy: REVIEW_BY };
    await happened(
      'check',
      checkId,
      approved.map((one) =>
        one.type === 'VerdictDrafted' ? { ...one, data: { ...(one.data as object), ...soon } } : one,
      ),
    );
    return checkId;
  };

  const pageOf = async (checkId: string) =>
    (await api.get(`/v1/checks/${checkId}`, { token: people.eva.token })).json();

  const send = async (checkId: string, verb: string, body: object, who: keyof typeof people = 'eva') => {
    const { version } = await pageOf(checkId);
    const { token } = people[who];
    return api.post(`/v1/checks/${checkId}/${verb}`, body, { token, version: `"${version}"` });
  };

  const schedule = async (checkId: string, publishAt: string) =>
    expect((await send(checkId, 'schedule-verdict', { versionNo: 1, publishAt })).statusCode).toBe(200);

  const moveTo = async (to: string): Promise<void> => {
    const moved = await api.post('/v1/rehearsal/advance-clock', { to }, { token: operatorToken, key: '' });
    expect([moved.statusCode, moved.json()]).toEqual([200, { now: to }]);
  };

  const lastOf = async (checkId: string, count: number) => {
    const { items } = (await api.get(`/v1/checks/${checkId}/timeline`, { token: people.gus.token })).json() as {
      readonly items: readonly Entry[];
    };
    return items.slice(-count);
  };

  it('is held when a guard fails meanwhile, and stays approved', async () => {
    const checkId = await approvedCheck();
    await schedule(checkId, at('10:00'));
    const other = { text: 'Shells go from North Korea to Russia', reason: 'So it reads in the briefing.' };
    expect((await api.post(`/v1/claims/${checkId}/normalise-claim`, other, people.ana)).statusCode).toBe(200);

    await moveTo(at('10:00'));
    expect(await lastOf(checkId, 2)).toMatchObject([
      {
        type: 'PublicationHeld',
        recordedAt: at('10:00'),
        actor: { id: 'service:publish-verdict' },
        essentials: { versionNo: 1, scheduleNo: 1, code: 'check/draft-changed' },
      },
      { type: 'StageResumed' },
    ]);
    expect(await pageOf(checkId)).toMatchObject({
      stage: 'approved',
      drafts: [{ status: 'approved' }],
      schedules: [{ status: 'held', ended: { code: 'check/draft-changed' } }],
    });
    const refused = await send(checkId, 'publish-verdict', { versionNo: 1 });
    expect(refused.json().code).toBe('check/draft-changed');
    const reason = 'The claim reads otherwise now.';
    expect((await send(checkId, 'withdraw-approval', { versionNo: 1, reason })).statusCode).toBe(200);
    expect(await pageOf(checkId)).toMatchObject({ stage: 'decided', drafts: [{ status: 'drafted' }] });
  });

  it('does not go out once it is cancelled, and is nobody’s to end then', async () => {
    const checkId = await approvedCheck();
    await schedule(checkId, at('11:00'));
    const body = { versionNo: 1, reason: 'The ministry speaks only in the afternoon.' };
    expect((await send(checkId, 'cancel-schedule', body)).statusCode).toBe(200);
    await moveTo(at('11:00'));
    const types = (await lastOf(checkId, 4)).map(({ type }) => type);
    expect(types).toEqual(['VerdictScheduled', 'StagePaused', 'VerdictScheduleCancelled', 'StageResumed']);
    expect((await send(checkId, 'cancel-schedule', body)).json().code).toBe('check/not-scheduled');
    expect((await send(checkId, 'publish-verdict', { versionNo: 1 })).statusCode).toBe(200);
    expect(await pageOf(checkId)).toMatchObject({ stage: 'published', schedules: [{ status: 'cancelled' }] });
  });

  it('goes out at its time by its job, and expires on the day that the draft names', async () => {
    const checkId = await approvedCheck();
    await schedule(checkId, at('11:30'));
    const waiting = await pageOf(checkId);
    expect(waiting).toMatchObject({
      stage: 'approved',
      stageClock: { colour: 'paused' },
      schedules: [{ versionNo: 1, scheduleNo: 1, publishAt: at('11:30'), status: 'standing' }],
      can: { CancelSchedule: { allowed: true } },
    });
    expect((await send(checkId, 'publish-verdict', { versionNo: 1 })).json().code).toBe('check/scheduled');

    await moveTo(at('11:30'));
    const [published, entered] = await lastOf(checkId, 2);
    expect(published).toMatchObject({
      type: 'VerdictPublished',
      recordedAt: at('11:30'),
      actor: { id: 'service:publish-verdict' },
    });
    expect(entered).toMatchObject({ type: 'StageEntered', essentials: { stage: 'published' } });
    expect(await pageOf(checkId)).toMatchObject({ stage: 'published', schedules: [{ status: 'published' }] });

    await moveTo(`${REVIEW_BY}T08:00:00.000Z`);
    expect(await lastOf(checkId, 1)).toMatchObject([
      {
        type: 'VerdictExpired',
        recordedAt: `${REVIEW_BY}T00:00:00.000Z`,
        actor: { id: 'service:expire-verdict' },
        essentials: { versionNo: 1, reviewBy: REVIEW_BY },
      },
    ]);
    expect(await pageOf(checkId)).toMatchObject({ versions: [{ expiredAt: `${REVIEW_BY}T00:00:00.000Z` }] });
  });
});
