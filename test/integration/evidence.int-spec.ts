import { v7 } from 'uuid';
import { ChecksWorkerModule } from '#worker/checks';
import { EvidenceWorkerModule } from '#worker/evidence';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { activate, join } from '../support/members.js';
import type { Joined } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const GROUP = 'us-government';
const reason = 'Its source would be known by what is in it.';

describe('evidence of a desk', () => {
  let api: TestApi;
  let admin: Admin;
  let ana: Joined, ben: Joined, eva: Joined, gus: Joined;
  const [open, secret, tip] = [v7(), v7(), v7()];

  beforeAll(async () => {
    api = await startApi({}, [EvidenceWorkerModule, ChecksWorkerModule]);
    admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    [ana, ben, eva, gus] = [
      await join(api, admin, 'editor'),
      await join(api, admin, 'reviewer'),
      await join(api, admin, 'approver'),
      await join(api, admin, 'auditor'),
    ];
    await capture(open, 'Minutes that anybody may read');
    await capture(secret, 'Minutes that were leaked');
    await capture(tip, 'A call', 'org:kcna');
    await send(secret, 'restrict-access', { memberIds: [ben.memberId], reason });
    await until(async () => (await lines('?state=archived')).length === 3, 'the copies');
  });
  afterAll(() => api?.stop());

  const send = async (id: string, verb: string, body: object, { token } = ana) => {
    const answer = await api.post(`/v1/evidence/${id}/${verb}`, body, { token });
    return [answer.statusCode, answer.json()] as const;
  };
  const capture = (id: string, title: string, originGroup = GROUP) =>
    send(id, 'capture-evidence', { kind: 'document', title, originGroup, note: `${title}, in full.` });
  const get = async (path: string, { token }: { readonly token: string } = ana) => {
    const answer = await api.get(`/v1/evidence${path}`, { token });
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body: answer.json() };
  };
  type Line = { readonly evidenceId: string };
  const lines = async (query: string, who: Joined = ana): Promise<readonly string[]> =>
    (await get(query, who)).body.items.map(({ evidenceId }: Line) => evidenceId);

  describe('in a list', () => {
    it('is shown newest first, with what became of it', async () => {
      const { body } = await get('');
      expect(body.items).toMatchObject([
        { evidenceId: tip, title: 'A call', originGroup: 'org:kcna', status: 'archived', flags: [] },
        { evidenceId: secret, originGroup: GROUP, flags: ['restricted'], capturedBy: ana.memberId },
        { evidenceId: open, kind: 'document', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      expect(body).toMatchObject({ position: expect.any(Number), lagMs: expect.any(Number) });
    });

    it.each([
      ['state=archived', [tip, secret, open]],
      ['state=failed', []],
      [`originGroup=${GROUP}`, [secret, open]],
      ['flag=restricted', [secret]],
      ['flag=broken', []],
      ['flag=drifted', []],
      ['flag=gone', []],
      ['state=archived&originGroup=org:kcna', [tip]],
    ])('is found by %s', async (filter, found) => {
      expect(await lines(`?${filter}`)).toEqual(found);
    });

    it('turns its pages in order, also when something comes in between', async () => {
      const first = await get('?limit=2');
      expect(first.headers['link']).toContain('rel="next"');
      expect(await lines(`?limit=2&cursor=${first.body.nextCursor}`)).toEqual([open]);
    });

    it.each([
      ['state=lost', 'request/parameter-invalid'],
      ['flag=old', 'request/parameter-invalid'],
      ['title=Minutes', 'request/parameter-unknown'],
    ])('is refused for %s', async (parameter, code) => {
      expect(await get(`?${parameter}`)).toMatchObject({ status: 400, body: { code } });
    });

    it('is for the editorial roles and auditors', async () => {
      for (const { token } of [ana, ben, eva, gus]) expect((await get('', { token })).status).toBe(200);
      expect(await get('', admin)).toMatchObject({ status: 403, body: { code: 'desk/role-missing' } });
    });
  });

  describe('that is restricted', () => {
    const everythingFor = async (who: Joined) =>
      (await Promise.all(['', `/${secret}`, `/${secret}/use`].map((path) => get(path, who))))
        .map(({ text }) => text)
        .join();

    it('says what it is to those who are named alone, whatever their role', async () => {
      expect(await everythingFor(ben)).toContain('Minutes that were leaked');
      for (const who of [ana, eva, gus]) expect(await everythingFor(who)).not.toContain('leaked');
    });

    it('shows its hash to auditors, and to nobody else who is not named', async () => {
      const { sha256 } = (await get(`/${secret}`, ben)).body.copies[0];
      expect(await everythingFor(gus)).toContain(sha256);
      for (const who of [ana, eva]) expect(await everythingFor(who)).not.toContain(sha256);
    });

    it('says who may see it, and why nobody else does', async () => {
      expect((await get(`/${secret}`, eva)).body).toMatchObject({
        sight: 'existence',
        restriction: { memberIds: [ben.memberId], reason, restrictedBy: ana.memberId },
        flags: ['restricted'],
      });
    });

    it('is hidden and shown from the next request on, in the list too', async () => {
      expect(await send(open, 'restrict-access', { memberIds: [ben.memberId], reason })).toMatchObject([200, {}]);
      expect((await get('')).text).not.toContain('anybody may read');
      expect(await send(open, 'lift-restriction', { reason: 'It was published today.' })).toMatchObject([200, {}]);
      expect((await get('')).text).toContain('anybody may read');
    });

    it('names only members who are active', async () => {
      const stranger = v7();
      expect(await send(open, 'restrict-access', { memberIds: [ben.memberId, stranger], reason })).toMatchObject([
        422,
        { code: 'evidence/member-unknown', memberIds: [stranger] },
      ]);
      const twice = { memberIds: [ben.memberId, ben.memberId], reason };
      expect(await send(open, 'restrict-access', twice)).toMatchObject([422, { code: 'request/invalid' }]);
      expect(await send(open, 'restrict-access', { memberIds: [ben.memberId], reason }, ben)).toMatchObject([
        403,
        { code: 'desk/role-missing' },
      ]);
    });

    it('is there no more often than it was restricted', async () => {
      const { version } = (await get(`/${open}`)).body;
      expect(await send(open, 'lift-restriction', { reason: 'It was published long ago.' })).toEqual([
        200,
        { id: open, version },
      ]);
      expect(await send(v7(), 'lift-restriction', { reason: 'It was never there.' })).toMatchObject([404, {}]);
    });
  });

  it('is assessed anew with a reason, which its page keeps', async () => {
    const assessed = { originGroup: 'org:reuters', reason: 'The caller read from a wire report.' };
    expect(await send(tip, 'assess-origin', assessed, ben)).toMatchObject([200, {}]);
    expect((await get(`/${tip}`)).body).toMatchObject({
      originGroup: 'org:reuters',
      origins: [{ originGroup: 'org:kcna' }, { ...assessed, assessedBy: ben.memberId }],
      runs: [{ archiveRun: 1, copy: { tool: 'docket-note' } }],
    });
    await until(async () => (await lines('?originGroup=org:reuters')).includes(tip), 'the new group');
  });

  it('is not there for another desk', async () => {
    const other = await api.makeDesk('other-desk');
    await activate(api, other.adminId, other.token);
    const zoe = await join(api, other, 'editor');
    expect((await get(`/${open}`, zoe)).status).toBe(404);
    expect((await get(`/${open}/use`, zoe)).status).toBe(404);
    expect(await send(open, 'restrict-access', { memberIds: [zoe.memberId], reason }, zoe)).toMatchObject([404, {}]);
    expect(await send(open, 'restrict-access', { memberIds: [zoe.memberId], reason })).toMatchObject([
      422,
      { code: 'evidence/member-unknown' },
    ]);
  });
});
