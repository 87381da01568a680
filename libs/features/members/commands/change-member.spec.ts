import type { Actor, Role } from '#kernel';
import type { MemberCommand } from '#features/members';
import type { Asked } from '#kernel';
import { MemoryEventStore, Streams } from '#platform/event-store';
import { ChangeMember, ChangeMemberHandler } from './change-member.js';
import { MemberFactReaders } from './member.facts.js';

describe('the first admin of a desk', () => {
  it('is invited and made admin by the installer, who then makes nobody else', async () => {
    const send = desk();
    await send({ type: 'InviteMember', id: 'hal', data: profile, ...by(installer, 1) });
    await send({ type: 'GrantRole', id: 'hal', data: { role: 'admin' }, ...by(installer, 2) });
    await expect(send({ type: 'InviteMember', id: 'eva', data: profile, ...by(installer, 3) })).rejects.toMatchObject({
      code: 'desk/service-forbidden',
    });
  });

  it('invites and grants from then on', async () => {
    const send = desk();
    await send({ type: 'InviteMember', id: 'ben', data: profile, ...by(hal, 1) });
    const receipt = await send({ type: 'GrantRole', id: 'ben', data: { role: 'reviewer' }, ...by(hal, 2) });
    expect(receipt).toEqual({ id: 'ben', version: 3 });
  });

  it('is found behind any number of other roles', async () => {
    const send = desk();
    for (let no = 0; no < 400; no += 1) {
      await send({ type: 'InviteMember', id: `m${no}`, data: profile, ...by(hal, no) });
    }
    await send({ type: 'GrantRole', id: 'm1', data: { role: 'editor' }, ...by(hal, 1000) });
    await send({ type: 'GrantRole', id: 'm2', data: { role: 'admin' }, ...by(hal, 1001) });
    await expect(
      send({ type: 'InviteMember', id: 'eva', data: profile, ...by(installer, 1002) }),
    ).rejects.toMatchObject({ code: 'desk/service-forbidden' });
  });
});

describe('a profile that is erased', () => {
  it('is blank in the store with the event that says so, and nothing else is', async () => {
    const { send, store } = openDesk();
    await send({ type: 'InviteMember', id: 'ben', data: profile, ...by(hal, 1) });
    await send({ type: 'ChangeProfile', id: 'ben', data: profile, ...by(member('ben', 'editor'), 2) });
    const ground = 'Asked for by himself.';
    await send({ type: 'EraseProfile', id: 'ben', data: { ground }, ...by(hal, 3) });
    const { events } = await store.load(1, 'member', 'ben');
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['MemberInvited', {}],
      ['MemberProfileRecorded', null],
      ['MemberProfileRecorded', null],
      ['MemberProfileErased', { ground, erased: [2, 3] }],
    ]);
  });
});

const profile = { name: 'Somebody', email: 'somebody@desk.example' };
const member = (id: string, role: Role): Actor => ({ kind: 'member', id, roles: [role] });
const hal = member('hal', 'admin');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const by = (actor: Actor, no: number) => ({
  deskId: 1,
  commandId: `command-${no}`,
  correlationId: `command-${no}`,
  actor,
  at: '2026-11-22T10:00:00.000Z',
});

/** A desk with an empty store. */
function openDesk() {
  const store = new MemoryEventStore();
  const handler = new ChangeMemberHandler(new Streams(store), new MemberFactReaders(store));
  return { store, send: (command: Asked<MemberCommand>) => handler.execute(new ChangeMember(command)) };
}

function desk() {
  return openDesk().send;
}
