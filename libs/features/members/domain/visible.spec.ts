import { ROLES } from '#kernel';
import type { Actor, Role } from '#kernel';
import { recorded } from '#kernel/testing';
import type { MemberEvent } from './member.events.js';
import { visibleMember } from './visible.js';

const profile: MemberEvent = { type: 'MemberProfileRecorded', data: { name: 'Ben Okoro', email: 'ben@desk.example' } };
const interest: MemberEvent = {
  type: 'InterestDeclared',
  data: { interestId: 'i1', partyKey: 'org:kcna', note: 'My sister works there.' },
};
const withdrawn: MemberEvent = { type: 'InterestWithdrawn', data: { interestId: 'i1', reason: 'She has left it.' } };
const suspended: MemberEvent = { type: 'MemberSuspended', data: { reason: 'On leave.' } };

const viewer = (role: Role): Actor => ({ kind: 'member', id: role, roles: [role] });
const himself: Actor = { kind: 'member', id: 'ben', roles: ['reviewer'] };

const fieldsFor = (who: Actor, event: MemberEvent): readonly string[] =>
  Object.keys(visibleMember(who, recorded(event, 'ben', himself)).event.data ?? {});

describe('of what happened to a member', () => {
  it.each<[MemberEvent['type'], MemberEvent, Readonly<Partial<Record<Role, readonly string[]>>>]>([
    ['MemberProfileRecorded', profile, { editor: ['name'], approver: ['name'], admin: ['name', 'email'], auditor: [] }],
    [
      'InterestDeclared',
      interest,
      {
        editor: ['interestId', 'partyKey'],
        admin: ['interestId', 'partyKey'],
        auditor: ['interestId', 'partyKey', 'note'],
      },
    ],
    [
      'InterestWithdrawn',
      withdrawn,
      { editor: ['interestId'], admin: ['interestId'], auditor: ['interestId', 'reason'] },
    ],
    ['MemberSuspended', suspended, { editor: [], approver: [], admin: ['reason'], auditor: ['reason'] }],
  ])('%s shows each role what is his business', (_, event, shown) => {
    for (const role of ROLES)
      expect([role, fieldsFor(viewer(role), event)]).toEqual([role, shown[role] ?? fieldsFor(viewer(role), event)]);
    expect(fieldsFor(himself, event)).toEqual(Object.keys(event.data ?? {}));
  });

  it('what is erased is shown to nobody', () => {
    const erased: MemberEvent = { type: 'MemberProfileRecorded', data: null };
    expect(visibleMember(viewer('admin'), recorded(erased, 'ben', himself)).event.data).toBeNull();
  });
});
