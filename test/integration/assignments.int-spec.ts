import { v7 } from 'uuid';
import { ChecksWorkerModule } from '#worker/checks';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { activate, join } from '../support/members.js';
import type { Joined } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

type Assignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly status: string;
  readonly ended?: { readonly by: string; readonly code?: string };
};
type Page = { readonly stage: string; readonly assignments: readonly Assignment[] };
type Line = { readonly memberId: string; readonly load: number; readonly lastAssignedAt?: string };
type Lines = { readonly items: readonly Line[]; readonly nextCursor?: string; readonly position: number };
type Suggestion = {
  readonly memberId: string;
  readonly refusal?: { readonly code: string; readonly sentence: string };
  readonly reasons: readonly { readonly code: string; readonly speaks: string }[];
};

const CLAIMANT = { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' };
const REASON = 'Works elsewhere from now on.';

describe('assignments', () => {
  let api: TestApi;
  let admin: Admin;
  let ana: Joined;

  beforeAll(async () => {
    api = await startApi({}, [ChecksWorkerModule]);
    admin = await api.makeDesk('assignments');
    await activate(api, admin.adminId, admin.token);
    ana = await join(api, admin, 'editor');
  });

  afterAll(() => api?.stop());

  const done = async (url: string, body: object, token = ana.token): Promise<string> => {
    const answer = await api.post(url, body, { token });
    expect(answer.json()).toMatchObject({ version: expect.any(Number) });
    const category = url.split('/')[2]?.replace(/s$/, '');
    return `${category}-${answer.json().id}@${answer.json().version}`;
  };

  const openCheck = async (): Promise<string> => {
    const [submissionId, checkId] = [v7(), v7()];
    const text = 'Russia receives shells';
    await done(`/v1/submissions/${submissionId}/register-submission`, { kind: 'article', text, language: 'en' });
    await done(`/v1/claims/${checkId}/propose-claim`, {
      submissionId,
      revision: 1,
      spans: [{ start: 0, end: text.length }],
      quote: text,
      text,
      language: 'en',
      claimant: CLAIMANT,
      conveyors: [],
      voice: 'quoted',
      statedOn: { precision: 'unresolved' },
    });
    await done(`/v1/claims/${checkId}/accept-claim`, { severity: 'medium', checkability: 'factual', topics: ['war'] });
    await done(`/v1/checks/${checkId}/open-check`, {});
    return checkId;
  };

  const offer = async (checkId: string, { memberId }: Joined, capacity: string): Promise<string> => {
    const assignmentId = v7();
    await done(`/v1/checks/${checkId}/offer-assignment`, { assignmentId, memberId, capacity });
    return assignmentId;
  };

  const assign = async (checkId: string, member: Joined, capacity: string): Promise<string> => {
    const assignmentId = await offer(checkId, member, capacity);
    await done(`/v1/checks/${checkId}/accept-assignment`, { assignmentId }, member.token);
    return assignmentId;
  };

  const asAdmin = (memberId: string, verb: string, body: object) =>
    done(`/v1/members/${memberId}/${verb}`, body, admin.token);

  const page = async (checkId: string) => (await api.get(`/v1/checks/${checkId}`, { token: ana.token })).json<Page>();

  const whenEnded = (checkId: string, assignmentId: string): Promise<Assignment> =>
    until(async () => {
      const { assignments } = await page(checkId);
      return assignments.find((one) => one.assignmentId === assignmentId && one.ended !== undefined);
    }, `the end of ${assignmentId}`);

  const workload = (after: string, filters = ''): Promise<Lines> =>
    until(async () => {
      const answer = await api.get(`/v1/workload?after=${after}${filters}`, { token: ana.token });
      return answer.statusCode === 200 ? answer.json<Lines>() : undefined;
    }, after);

  describe('of a member who loses something', () => {
    it('end in every check when the role goes, offers too, and send a check back that nobody researches', async () => {
      const ben = await join(api, admin, 'reviewer');
      const [first, second] = [await openCheck(), await openCheck()];
      const research = await assign(first, ben, 'researcher');
      const review = await offer(second, ben, 'reviewer');
      await asAdmin(ben.memberId, 'revoke-role', { role: 'reviewer', reason: REASON });
      for (const [checkId, assignmentId] of [
        [first, research],
        [second, review],
      ] as const)
        expect(await whenEnded(checkId, assignmentId)).toMatchObject({
          status: 'released',
          ended: { by: 'service:release-assignments', code: 'role_lost' },
        });
      expect((await page(first)).stage).toBe('open');
    });

    it('stand where another role carries them', async () => {
      const both = await join(api, admin, 'reviewer', 'approver');
      const checkId = await openCheck();
      const research = await assign(checkId, both, 'researcher');
      const approval = await assign(checkId, both, 'approver');
      await asAdmin(both.memberId, 'revoke-role', { role: 'approver', reason: REASON });
      expect(await whenEnded(checkId, approval)).toMatchObject({ ended: { code: 'role_lost' } });
      const { assignments } = await page(checkId);
      expect(assignments.find((one) => one.assignmentId === research)?.status).toBe('accepted');
    });

    it('end when he is suspended, and when he declares an interest in a party', async () => {
      const [carl, dora] = [await join(api, admin, 'reviewer'), await join(api, admin, 'reviewer')];
      const checkId = await openCheck();
      const ofCarl = await assign(checkId, carl, 'reviewer');
      const ofDora = await assign(checkId, dora, 'reviewer');
      await asAdmin(carl.memberId, 'suspend-member', { reason: REASON });
      const interest = { interestId: v7(), partyKey: CLAIMANT.key, note: 'We went to school together.' };
      await done(`/v1/members/${dora.memberId}/declare-interest`, interest, dora.token);
      expect(await whenEnded(checkId, ofCarl)).toMatchObject({ ended: { code: 'suspended' } });
      expect(await whenEnded(checkId, ofDora)).toMatchObject({ ended: { code: 'conflict' } });
    });
  });

  it('are handed on, released and left for ever, and the workload follows', async () => {
    const [from, to] = [await join(api, admin, 'reviewer'), await join(api, admin, 'reviewer')];
    const loadOf = ({ items }: Lines, { memberId }: Joined) => items.find((one) => one.memberId === memberId)?.load;
    const checkId = await openCheck();
    const assignmentId = await assign(checkId, from, 'researcher');

    const newAssignmentId = v7();
    const transfer = { assignmentId, newAssignmentId, toMemberId: to.memberId, reason: REASON };
    const moved = await workload(await done(`/v1/checks/${checkId}/transfer-assignment`, transfer));
    expect([loadOf(moved, from), loadOf(moved, to)]).toEqual([0, 1]);
    expect((await page(checkId)).stage).toBe('open');
    await done(`/v1/checks/${checkId}/accept-assignment`, { assignmentId: newAssignmentId }, to.token);
    expect((await page(checkId)).stage).toBe('researching');

    const own = { assignmentId: newAssignmentId, code: 'own_wish' };
    const freed = await workload(await done(`/v1/checks/${checkId}/release-assignment`, own, to.token));
    expect(loadOf(freed, to)).toBe(0);

    await done(`/v1/checks/${checkId}/recuse`, { code: 'relationship', note: 'My brother works there.' }, to.token);
    const again = { assignmentId: v7(), memberId: to.memberId, capacity: 'reviewer' };
    const refused = await api.post(`/v1/checks/${checkId}/offer-assignment`, again, { token: ana.token });
    expect(refused.json()).toMatchObject({ status: 403, code: 'check/recused' });
  });

  it('are listed by what each member has to do, filtered by skills, page by page', async () => {
    const [korean, other] = [await join(api, admin, 'reviewer'), await join(api, admin, 'reviewer')];
    await done(`/v1/members/${korean.memberId}/set-skills`, { languages: ['ko'], topics: ['chess'] }, korean.token);
    const skills = { languages: ['ko', 'en'], topics: [] };
    const last = await done(`/v1/members/${other.memberId}/set-skills`, skills, other.token);
    await workload(last);
    const checkId = await openCheck();
    const assignmentId = v7();
    const asked = { assignmentId, memberId: korean.memberId, capacity: 'researcher' };
    const after = await done(`/v1/checks/${checkId}/offer-assignment`, asked);

    const spoken = await workload(after, '&language=ko');
    expect(spoken.items).toMatchObject([
      { memberId: other.memberId, load: 0, open: { researcher: 0 }, dueThisWeek: 0 },
      { memberId: korean.memberId, load: 1, open: { researcher: 1, reviewer: 0 }, skills: { topics: ['chess'] } },
    ]);
    expect(spoken.items[1]?.lastAssignedAt).toEqual(expect.any(String));
    expect((await workload(after, '&skill=chess')).items).toHaveLength(1);

    const first = await workload(after, '&language=ko&limit=1');
    const second = await workload(after, `&language=ko&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ memberId }) => memberId)).toEqual([
      other.memberId,
      korean.memberId,
    ]);
    expect(second.nextCursor).toBeUndefined();
    const refused = await api.get('/v1/workload', { token: korean.token });
    expect(refused.json()).toMatchObject({ status: 403, code: 'desk/role-missing' });
  });

  it('are suggested with reasons, and refused in the words of an offer', async () => {
    const [fit, busy, away] = [
      await join(api, admin, 'reviewer'),
      await join(api, admin, 'reviewer'),
      await join(api, admin, 'reviewer'),
    ];
    const checkId = await openCheck();
    await done(`/v1/members/${fit.memberId}/set-skills`, { languages: ['en'], topics: ['war'] }, fit.token);
    await asAdmin(away.memberId, 'suspend-member', { reason: REASON });
    const last = await done(`/v1/checks/${checkId}/offer-assignment`, {
      assignmentId: v7(),
      memberId: busy.memberId,
      capacity: 'reviewer',
    });
    await workload(last);

    const url = `/v1/checks/${checkId}/assignee-suggestions?capacity=reviewer`;
    const answer = (await api.get(url, { token: ana.token })).json<{ readonly items: readonly Suggestion[] }>();
    expect(answer.items[0]).toMatchObject({ memberId: fit.memberId });
    expect(answer.items[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'speaks-language', speaks: 'for' }),
    );
    const refusalOf = ({ memberId }: Joined) => answer.items.find((one) => one.memberId === memberId)?.refusal;
    for (const member of [busy, away, ana]) {
      const offered = { assignmentId: v7(), memberId: member.memberId, capacity: 'reviewer' };
      const refused = await api.post(`/v1/checks/${checkId}/offer-assignment`, offered, { token: ana.token });
      const { code, detail } = refused.json<{ readonly code: string; readonly detail: string }>();
      expect(refusalOf(member)).toEqual({ code, sentence: detail });
    }
    expect(refusalOf(fit)).toBeUndefined();
    const unknown = await api.get(`/v1/checks/${v7()}/assignee-suggestions?capacity=reviewer`, { token: ana.token });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'check/not-found' });
  });
});
