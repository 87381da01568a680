import type { Recorded, Role } from '#kernel';
import { recorded } from '#kernel/testing';
import type { MemberEvent } from '#features/members';
import { memberPageOf, shownTo } from './member-page.fold.js';

describe('the page of a member', () => {
  it('is absent where nobody was invited', () => {
    expect(memberPageOf('ben', [])).toBeUndefined();
  });

  it('shows who he is, what he may do, and the interests that stand', () => {
    const page = memberPageOf('ben', [
      ...invited,
      happened({ type: 'RoleGranted', data: { role: 'editor' } }),
      happened({ type: 'MemberActivated', data: {} }),
      happened({ type: 'InterestDeclared', data: { interestId: 'i1', partyKey: 'org:kcna', note: 'Worked there.' } }),
      happened({ type: 'InterestDeclared', data: { interestId: 'i2', partyKey: 'org:bbc', note: 'Works there.' } }),
      happened({ type: 'InterestWithdrawn', data: { interestId: 'i1', reason: 'Declared by mistake.' } }),
      happened({ type: 'MemberSkillsSet', data: { languages: ['en'], topics: ['war'] } }),
      happened({ type: 'MemberSkillsSet', data: { languages: ['en', 'ko'], topics: ['war'] } }),
    ]);
    expect(page).toEqual({
      memberId: 'ben',
      version: 9,
      status: 'active',
      active: true,
      roles: ['editor'],
      name: 'Ben',
      email: 'ben@desk.example',
      skills: { languages: ['en', 'ko'], topics: ['war'] },
      interests: [{ interestId: 'i2', partyKey: 'org:bbc', note: 'Works there.' }],
    });
  });

  it('has no name once that was erased', () => {
    const erased = happened({ type: 'MemberProfileRecorded', data: null });
    expect(memberPageOf('ben', [...invited.slice(0, 1), erased])).toEqual({
      memberId: 'ben',
      version: 2,
      status: 'invited',
      active: false,
      roles: [],
      skills: { languages: [], topics: [] },
      interests: [],
    });
  });

  it('has the name that was given after another was erased, and none from before', () => {
    const again = { name: 'Benjamin', email: 'benjamin@desk.example' };
    const erased = [
      ...invited.slice(0, 1),
      happened({ type: 'MemberProfileRecorded', data: null }),
      happened({ type: 'MemberProfileErased', data: { ground: 'He asked for it.', erased: [2] } }),
    ];
    expect(memberPageOf('ben', erased)).not.toHaveProperty('name');
    const renamed = happened({ type: 'MemberProfileRecorded', data: again });
    expect(memberPageOf('ben', [...erased, renamed])).toMatchObject(again);
    const erasedSince = happened({ type: 'MemberProfileRecorded', data: null });
    expect(memberPageOf('ben', [...invited, erasedSince])).not.toHaveProperty('name');
  });

  it('keeps the address from who is neither he nor an admin, and the reason of an interest from all others', () => {
    const page = memberPageOf('ben', [
      ...invited,
      happened({ type: 'InterestDeclared', data: { interestId: 'i1', partyKey: 'org:kcna', note: 'Worked there.' } }),
    ]);
    const seenBy = (id: string, role: Role) => page && shownTo({ kind: 'member', id, roles: [role] }, page);
    expect(seenBy('ben', 'reviewer')).toEqual(page);
    expect(seenBy('hal', 'admin')).toMatchObject({ email: 'ben@desk.example' });
    expect(seenBy('ana', 'editor')).not.toHaveProperty('email');
    for (const [id, role] of [
      ['hal', 'admin'],
      ['ana', 'editor'],
    ] as const)
      expect(seenBy(id, role)?.interests).toEqual([{ interestId: 'i1', partyKey: 'org:kcna' }]);
  });
});

function happened(event: MemberEvent): Recorded<MemberEvent> {
  return recorded(event, 'ben', { kind: 'member', id: 'hal', roles: ['admin'] });
}

const invited = [
  happened({ type: 'MemberInvited', data: {} }),
  happened({ type: 'MemberProfileRecorded', data: { name: 'Ben', email: 'ben@desk.example' } }),
];
