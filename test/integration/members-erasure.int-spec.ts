import { v7 } from 'uuid';
import { EventStore } from '#platform/event-store';
import { MembersWorkerModule } from '#worker/members';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { connected } from '../support/database.js';
import { activate } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const FIRST = { name: 'Zebulon Quackenbush', email: 'zebulon@quackenbush.example' };
const SECOND = { name: 'Zebulon Quackenbush-Li', email: 'zq@quackenbush.example' };

describe('erasing the profile of a member', () => {
  let api: TestApi;
  let admin: Admin;
  const memberId = v7();
  const invitation = v7();

  beforeAll(async () => {
    api = await startApi({}, [MembersWorkerModule]);
    admin = await api.makeDesk('people');
    await activate(api, admin.adminId, admin.token);
    await invite(FIRST);
    const token = await api.tokenOf(admin.deskId, memberId);
    await activate(api, memberId, token);
    await asAdmin('grant-role', { role: 'editor' });
    await api.post(`/v1/members/${memberId}/change-profile`, SECOND, { token });
    await until(async () => (await lineOf())?.name === SECOND.name, 'the list of members');
  });

  afterAll(() => api.stop());

  const asAdmin = (verb: string, body: object, key = v7()) =>
    api.post(`/v1/members/${memberId}/${verb}`, body, { token: admin.token, key });

  const invite = (profile: object) => asAdmin('invite-member', profile, invitation);

  const lineOf = async () => {
    const { items } = (await api.get('/v1/members', { token: admin.token })).json<{ readonly items?: Lines }>();
    return items?.find((one) => one.memberId === memberId);
  };

  const history = async () => (await api.app.get(EventStore).load(admin.deskId, 'member', memberId)).events;

  it('takes the name out of every table, and leaves the rest of the stream as it was', async () => {
    const before = await history();
    expect(await tablesWith(api, 'quackenbush')).toEqual(
      expect.arrayContaining(['event_store.event', expect.stringMatching(/^rm_members_\d+\.member_list$/)]),
    );
    const erased = await asAdmin('erase-profile', { ground: 'Asked for after leaving the desk.' });
    expect([erased.statusCode, erased.json()]).toEqual([200, { id: memberId, version: 6 }]);
    await until(async () => (await lineOf())?.name === undefined, 'the list without the name');
    expect(await tablesWith(api, 'quackenbush')).toEqual([]);

    const after = await history();
    expect(after.slice(0, 5)).toEqual(
      before.map((event) => (event.type === 'MemberProfileRecorded' ? { ...event, data: null } : event)),
    );
    expect(after[5]).toMatchObject({
      type: 'MemberProfileErased',
      data: { ground: 'Asked for after leaving the desk.', erased: [2, 5] },
      actor: { id: admin.adminId, capacity: 'admin' },
    });
  });

  it('leaves a member who works on without a name', async () => {
    const token = await api.tokenOf(admin.deskId, memberId);
    const own = (await api.get('/v1/members/me', { token })).json<object>();
    expect(own).toMatchObject({ status: 'active', roles: ['editor'], version: 6 });
    expect(own).not.toHaveProperty('name');
    expect(own).not.toHaveProperty('email');
    expect(await lineOf()).toMatchObject({ roles: ['editor'], status: 'active' });
  });

  it('has nothing to do a second time', async () => {
    const again = await asAdmin('erase-profile', { ground: 'Asked for once more.' });
    expect([again.statusCode, again.json()]).toEqual([200, { id: memberId, version: 6 }]);
  });

  it('still answers the invitation that is sent again as the first time', async () => {
    const again = await invite(FIRST);
    expect([again.statusCode, again.json(), again.headers['idempotency-replayed']]).toEqual([
      201,
      { id: memberId, version: 2 },
      'true',
    ]);
    expect(await tablesWith(api, 'quackenbush')).toEqual([]);
  });
});

type Lines = readonly { readonly memberId: string; readonly name?: string }[];

/** Every table of the database with a row in which this stands, in whatever column. */
const tablesWith = ({ database }: TestApi, text: string): Promise<readonly string[]> =>
  connected(database.adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ readonly name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(`SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`, [
        text,
      ]);
      if (rowCount !== 0) found.push(name);
    }
    return found;
  });
