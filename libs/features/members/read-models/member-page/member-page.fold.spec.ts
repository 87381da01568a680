import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { MemberEvent } from '#features/members';
import { memberPageOf } from './member-page.fold.js';

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
    ]);
    expect(page).toEqual({
      memberId: 'ben',
      version: 7,
      status: 'active',
      active: true,
      roles: ['editor'],
      name: 'Ben',
      email: 'ben@desk.example',
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
      interests: [],
    });
  });
});

function happened(event: MemberEvent): Recorded<MemberEvent> {
  return recorded(event, 'ben', { kind: 'member', id: 'hal', roles: ['admin'] });
}

const invited = [
  happened({ type: 'MemberInvited', data: {} }),
  happened({ type: 'MemberProfileRecorded', data: { name: 'Ben', email: 'ben@desk.example' } }),
];
