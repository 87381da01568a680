import { v7 } from 'uuid';
import { MembersWorkerModule } from '#worker/members';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { join } from '../support/members.js';
import type { Joined } from '../support/members.js';

jest.setTimeout(60_000);

const REASON = 'Works elsewhere until the spring.';

describe('the members of a desk', () => {
  let api: TestApi;
  let admin: Admin;
  let editor: Joined;

  beforeAll(async () => {
    api = await startApi({}, [MembersWorkerModule]);
    admin = await api.makeDesk('people');
    await api.post(`/v1/members/${admin.adminId}/activate-member`, {}, { token: admin.token });
    editor = await join(api, admin, 'editor');
  });

  afterAll(() => api.stop());

  const asAdmin = (memberId: string, verb: string, body: object) =>
    api.post(`/v1/members/${memberId}/${verb}`, body, { token: admin.token });

  const listAs = async (token: string, query = '') => {
    const answer = await api.get(`/v1/members${query}`, { token });
    return { status: answer.statusCode, body: answer.json<MemberAnswer>() };
  };

  it('lose and gain roles with the next request', async () => {
    const { memberId, token } = await join(api, admin, 'editor');
    expect((await listAs(token)).status).toBe(200);
    expect((await asAdmin(memberId, 'revoke-role', { role: 'editor', reason: REASON })).statusCode).toBe(200);
    expect(await listAs(token)).toMatchObject({ status: 403, body: { code: 'desk/role-missing' } });
    expect((await asAdmin(memberId, 'grant-role', { role: 'approver' })).statusCode).toBe(200);
    expect((await listAs(token)).status).toBe(200);
  });

  it('do nothing while they are suspended, and work again once they are reinstated', async () => {
    const { memberId, token } = await join(api, admin, 'editor');
    const setSkills = () =>
      api.post(`/v1/members/${memberId}/set-skills`, { languages: ['ko'], topics: [] }, { token });
    expect((await asAdmin(memberId, 'suspend-member', { reason: REASON })).statusCode).toBe(200);
    const refused = [
      await setSkills(),
      await api.get('/v1/members', { token }),
      await api.get('/v1/claims', { token }),
    ];
    for (const answer of refused) {
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'member/not-active' });
    }
    const own = await api.get('/v1/members/me', { token });
    expect(own.json()).toMatchObject({ status: 'suspended', active: false, roles: ['editor'] });
    expect((await asAdmin(memberId, 'reinstate-member', { reason: REASON })).statusCode).toBe(200);
    expect((await setSkills()).statusCode).toBe(200);
  });

  it('do nothing any more once they have departed, and stay so', async () => {
    const { memberId, token } = await join(api, admin, 'editor');
    expect((await asAdmin(memberId, 'record-departure', {})).statusCode).toBe(200);
    const profile = { name: 'Somebody', email: 'somebody@desk.example' };
    const renamed = await api.post(`/v1/members/${memberId}/change-profile`, profile, { token });
    expect(renamed.json()).toMatchObject({ status: 403, code: 'member/not-active' });
    expect((await listAs(token)).body).toMatchObject({ code: 'member/not-active' });
    const again = await asAdmin(memberId, 'reinstate-member', { reason: REASON });
    expect(again.json()).toMatchObject({ status: 409, code: 'member/wrong-stage' });
  });

  it('do not change their own roles', async () => {
    const refused = await asAdmin(admin.adminId, 'revoke-role', { role: 'admin', reason: REASON });
    expect(refused.json()).toMatchObject({ status: 403, code: 'member/own-roles' });
  });

  it('are listed for who assigns and who administers, with roles and skills, page by page', async () => {
    const { memberId, token } = await join(api, admin, 'reviewer', 'approver');
    const skills = { languages: ['ko', 'en'], topics: ['war'] };
    const set = await api.post(`/v1/members/${memberId}/set-skills`, skills, { token });
    const { version } = set.json<{ readonly version: number }>();
    const { body } = await listAs(editor.token, `?language=ko&role=reviewer&after=member-${memberId}@${version}`);
    expect(body.items).toEqual([
      { memberId, name: 'reviewer and approver', status: 'active', roles: ['reviewer', 'approver'], skills },
    ]);
    expect(body.position).toBeGreaterThan(0);

    const whole = (await listAs(admin.token)).body.items.map((one) => one.memberId);
    const first = await listAs(admin.token, '?limit=2');
    const rest = await listAs(admin.token, `?cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...rest.body.items].map((one) => one.memberId)).toEqual(whole);
    expect(whole).toContain(admin.adminId);
  });

  it('are not listed for reviewers and auditors, who see themselves alone', async () => {
    for (const role of ['reviewer', 'auditor']) {
      const { memberId, token } = await join(api, admin, role);
      expect(await listAs(token)).toMatchObject({ status: 403, body: { code: 'desk/role-missing' } });
      expect((await api.get(`/v1/members/${editor.memberId}`, { token })).statusCode).toBe(403);
      expect((await api.get(`/v1/members/${memberId}`, { token })).json()).toMatchObject({ memberId, roles: [role] });
    }
  });

  it('have a page: the address for admins, the reason of an interest for nobody else', async () => {
    const { memberId, token } = await join(api, admin, 'reviewer');
    const interest = { interestId: v7(), partyKey: 'org:kcna', note: 'Worked there once.' };
    await api.post(`/v1/members/${memberId}/declare-interest`, interest, { token });
    const seen = async (viewer: string) => (await api.get(`/v1/members/${memberId}`, { token: viewer })).json<object>();
    const { note: _, ...known } = interest;
    expect(await seen(token)).toMatchObject({ email: `${memberId}@desk.example`, interests: [interest] });
    expect(await seen(admin.token)).toMatchObject({ email: `${memberId}@desk.example`, interests: [known] });
    expect(await seen(editor.token)).toMatchObject({ name: 'reviewer', interests: [known] });
    expect(await seen(editor.token)).not.toHaveProperty('email');
    const nobody = await api.get(`/v1/members/${v7()}`, { token: editor.token });
    expect(nobody.json()).toMatchObject({ status: 404, code: 'member/not-found' });
  });
});

type MemberAnswer = {
  readonly items: readonly { readonly memberId: string }[];
  readonly position: number;
  readonly nextCursor?: string;
};
