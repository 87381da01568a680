import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { memberFactsOf } from '#features/members';
import type { MemberCommand, MemberEvent } from '#features/members';
import { by, specify } from '#kernel/testing';
import { memberDecider } from './member.decider.js';

const given = specify(memberDecider);

describe('inviting a member', () => {
  it('records the invitation, and apart from it who it is', () => {
    given()
      .when(invite(hal))
      .thenEvents(...invited);
  });
  it('is possible for the installer while the desk has no admin', () => {
    given()
      .when(invite(installer, { deskHasAdmin: false }))
      .thenEvents(...invited);
  });
  it('refuses the installer once the desk has one', () => {
    given().when(invite(installer)).thenRefused('desk/service-forbidden');
  });
  it('refuses who is no admin', () => {
    given()
      .when(invite(member('ana', ['editor', 'reviewer', 'approver'])))
      .thenRefused('desk/role-missing');
    given()
      .when(invite(member('gus', ['auditor'])))
      .thenRefused('desk/role-missing');
  });
  it('refuses any other service', () => {
    given()
      .when(invite({ ...installer, id: 'service:operator' }, { deskHasAdmin: false }))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses an id that is a member already', () => {
    given(...invited)
      .when(invite(hal))
      .thenRefused('member/exists');
  });
});

describe('activating a member', () => {
  it('is done by himself, whatever his roles', () => {
    given(...invited)
      .when(activate(ben))
      .thenEvents(activated);
  });
  it('refuses anybody else', () => {
    given(...invited)
      .when(activate(hal))
      .thenRefused('desk/not-yours');
  });
  it('refuses a service', () => {
    given(...invited)
      .when(activate(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who was not invited', () => {
    given().when(activate(ben)).thenRefused('member/not-found');
  });
  it('stays quiet when he is active', () => {
    given(...invited, activated)
      .when(activate(ben))
      .thenNothing();
  });
});

describe('granting a role', () => {
  it('is possible before and after the activation', () => {
    given(...invited)
      .when(grant(hal, 'editor'))
      .thenEvents(granted('editor'));
    given(...invited, activated, granted('editor'))
      .when(grant(hal, 'approver'))
      .thenEvents(granted('approver'));
  });
  it('makes the first admin by the installer', () => {
    given(...invited)
      .when(grant(installer, 'admin', { deskHasAdmin: false }))
      .thenEvents(granted('admin'));
  });
  it('refuses the installer another role, and an admin once the desk has one', () => {
    given(...invited)
      .when(grant(installer, 'editor', { deskHasAdmin: false }))
      .thenRefused('desk/service-forbidden');
    given(...invited)
      .when(grant(installer, 'admin'))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is no admin', () => {
    given(...invited)
      .when(grant(member('eva', ['approver']), 'editor'))
      .thenRefused('desk/role-missing');
  });
  it('refuses who is not a member', () => {
    given().when(grant(hal, 'editor')).thenRefused('member/not-found');
  });
  it('refuses oneself', () => {
    given(...invited, activated, granted('admin'))
      .when(grant(member('ben', ['admin']), 'editor'))
      .thenRefused('member/own-roles');
  });
  it.each<[Role, Role]>([
    ['admin', 'auditor'],
    ['auditor', 'admin'],
    ['admin', 'editor'],
    ['auditor', 'reviewer'],
    ['editor', 'admin'],
    ['approver', 'auditor'],
  ])('refuses %s a second role %s', (held, wanted) => {
    given(...invited, granted(held))
      .when(grant(hal, wanted))
      .thenRefused('member/roles-exclude-each-other');
  });
  it('stays quiet when the role is held, even by oneself', () => {
    given(...invited, granted('editor'))
      .when(grant(hal, 'editor'))
      .thenNothing();
    given(...invited, granted('admin'))
      .when(grant(member('ben', ['admin']), 'admin'))
      .thenNothing();
  });
});

describe('declaring an interest', () => {
  it('records it', () => {
    given(...active)
      .when(declare(ben, 'i1', 'org:kcna'))
      .thenEvents(declared('i1', 'org:kcna'));
  });
  it('refuses who is not active yet', () => {
    given(...invited)
      .when(declare(ben, 'i1', 'org:kcna'))
      .thenRefused('member/not-active');
  });
  it('refuses anybody else, and does not tell him what is declared', () => {
    given(...active, declared('i1', 'org:kcna'))
      .when(declare(hal, 'i2', 'org:kcna'))
      .thenRefused('desk/not-yours');
  });
  it('refuses a service', () => {
    given(...active)
      .when(declare(installer, 'i1', 'org:kcna'))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is not a member', () => {
    given()
      .when(declare(ben, 'i1', 'org:kcna'))
      .thenRefused('member/not-found');
  });
  it('refuses an id that was used, withdrawn or not', () => {
    given(...active, declared('i1', 'org:kcna'))
      .when(declare(ben, 'i1', 'org:seed-publisher'))
      .thenRefused('member/id-taken');
    given(...active, declared('i1', 'org:kcna'), withdrawn('i1'))
      .when(declare(ben, 'i1', 'org:kcna'))
      .thenRefused('member/id-taken');
  });
  it('stays quiet when it is declared', () => {
    given(...active, declared('i1', 'org:kcna'))
      .when(declare(ben, 'i2', 'org:kcna'))
      .thenNothing();
  });
  it('records it again after it was withdrawn', () => {
    given(...active, declared('i1', 'org:kcna'), withdrawn('i1'))
      .when(declare(ben, 'i2', 'org:kcna'))
      .thenEvents(declared('i2', 'org:kcna'));
  });
});

describe('withdrawing an interest', () => {
  it('records the withdrawal', () => {
    given(...active, declared('i1', 'org:kcna'))
      .when(withdraw(ben, 'i1'))
      .thenEvents(withdrawn('i1'));
  });
  it('refuses an interest that is not declared, or not any more', () => {
    given(...active)
      .when(withdraw(ben, 'i1'))
      .thenRefused('member/interest-unknown');
    given(...active, declared('i1', 'org:kcna'), withdrawn('i1'))
      .when(withdraw(ben, 'i1'))
      .thenRefused('member/interest-unknown');
  });
  it('refuses anybody else', () => {
    given(...active, declared('i1', 'org:kcna'))
      .when(withdraw(hal, 'i1'))
      .thenRefused('desk/not-yours');
  });
  it('refuses who is not active yet, or not a member', () => {
    given(...invited)
      .when(withdraw(ben, 'i1'))
      .thenRefused('member/not-active');
    given().when(withdraw(ben, 'i1')).thenRefused('member/not-found');
  });
  it('refuses a service', () => {
    given(...active)
      .when(withdraw(installer, 'i1'))
      .thenRefused('desk/service-forbidden');
  });
});

describe('what other decisions may know of a member', () => {
  it('is whether he is active, his roles, and the interests that stand', () => {
    const past = [...active, granted('editor'), declared('i1', 'org:kcna'), declared('i2', 'org:bbc'), withdrawn('i1')];
    expect(memberFactsOf('ben', stateOf(memberDecider, past))).toEqual({
      memberId: 'ben',
      active: true,
      roles: ['editor'],
      interests: ['org:bbc'],
    });
  });
  it('is nothing of who does not exist', () => {
    expect(memberFactsOf('ben', undefined)).toBeUndefined();
  });
  it('does not depend on his name, which may be erased', () => {
    const erased: MemberEvent = { type: 'MemberProfileRecorded', data: null };
    expect(stateOf(memberDecider, [{ type: 'MemberInvited', data: {} }, erased])).toEqual(
      stateOf(memberDecider, invited),
    );
  });
});

const member = (id: string, roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });
const ben = member('ben', []);
const hal = member('hal', ['admin']);
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const profile = { name: 'Ben', email: 'ben@desk.example' };
const invited: readonly MemberEvent[] = [
  { type: 'MemberInvited', data: {} },
  { type: 'MemberProfileRecorded', data: profile },
];
const activated: MemberEvent = { type: 'MemberActivated', data: {} };
const active = [...invited, activated];
const granted = (role: Role): MemberEvent => ({ type: 'RoleGranted', data: { role } });
const declared = (interestId: string, partyKey: string): MemberEvent => ({
  type: 'InterestDeclared',
  data: { interestId, partyKey, note: 'Worked there until 2019.' },
});
const withdrawn = (interestId: string): MemberEvent => ({
  type: 'InterestWithdrawn',
  data: { interestId, reason: 'It was declared by mistake.' },
});

const HAS_ADMIN = { deskHasAdmin: true };

/** For member Ben. */
const forBen = (actor: Actor) => ({ ...by(actor), id: 'ben' });

function invite(actor: Actor, facts = HAS_ADMIN): MemberCommand {
  return { type: 'InviteMember', data: profile, facts, ...forBen(actor) };
}

function activate(actor: Actor): MemberCommand {
  return { type: 'ActivateMember', data: {}, ...forBen(actor) };
}

function grant(actor: Actor, role: Role, facts = HAS_ADMIN): MemberCommand {
  return { type: 'GrantRole', data: { role }, facts, ...forBen(actor) };
}

function declare(actor: Actor, interestId: string, partyKey: string): MemberCommand {
  return {
    type: 'DeclareInterest',
    data: { interestId, partyKey, note: 'Worked there until 2019.' },
    ...forBen(actor),
  };
}

function withdraw(actor: Actor, interestId: string): MemberCommand {
  return { type: 'WithdrawInterest', data: { interestId, reason: 'It was declared by mistake.' }, ...forBen(actor) };
}
