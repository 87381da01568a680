import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { memberFactsOf } from '#features/members';
import type { MemberCommand, MemberEvent } from '#features/members';
import { by, specify } from '#kernel/testing';
import { memberDecider } from './member.decider.js';

const given = specify(memberDecider);

describe('revoking a role', () => {
  it('is possible from the invitation on, also while he is suspended', () => {
    given(...invited, granted('editor'))
      .when(revoke(hal, 'editor'))
      .thenEvents(revoked('editor'));
    given(...active, granted('editor'), suspended)
      .when(revoke(hal, 'editor'))
      .thenEvents(revoked('editor'));
  });
  it('takes that role alone, and makes room for another', () => {
    const past = [...active, granted('editor'), granted('approver'), revoked('editor')];
    expect(stateOf(memberDecider, past).roles).toEqual(['approver']);
    given(...active, granted('editor'), revoked('editor'))
      .when(grant(hal, 'auditor'))
      .thenEvents(granted('auditor'));
  });
  it('refuses who is no admin', () => {
    given(...active, granted('editor'))
      .when(revoke(member('eva', 'approver'), 'editor'))
      .thenRefused('desk/role-missing');
  });
  it('refuses a service, the installer too', () => {
    given(...active, granted('editor'))
      .when(revoke(installer, 'editor'))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is not a member, or has departed', () => {
    given().when(revoke(hal, 'editor')).thenRefused('member/not-found');
    given(...active, granted('editor'), departed)
      .when(revoke(hal, 'editor'))
      .thenRefused('member/wrong-stage');
  });
  it('refuses oneself', () => {
    given(...active, granted('admin'))
      .when(revoke(member('ben', 'admin'), 'admin'))
      .thenRefused('member/own-roles');
  });
  it('stays quiet when the role is not held, or not any more', () => {
    given(...active)
      .when(revoke(hal, 'editor'))
      .thenNothing();
    given(...active, granted('editor'), revoked('editor'))
      .when(revoke(hal, 'editor'))
      .thenNothing();
  });
});

describe('suspending a member', () => {
  it('records it with its reason', () => {
    given(...active)
      .when(suspend(hal))
      .thenEvents(suspended);
  });
  it('refuses who is no admin, and a service', () => {
    given(...active)
      .when(suspend(member('eva', 'approver')))
      .thenRefused('desk/role-missing');
    given(...active)
      .when(suspend(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is not there, is not active yet, or has departed', () => {
    given().when(suspend(hal)).thenRefused('member/not-found');
    given(...invited)
      .when(suspend(hal))
      .thenRefused('member/wrong-stage');
    given(...active, departed)
      .when(suspend(hal))
      .thenRefused('member/wrong-stage');
  });
  it('stays quiet when he is suspended', () => {
    given(...active, suspended)
      .when(suspend(hal))
      .thenNothing();
  });
});

describe('reinstating a member', () => {
  it('makes him active again, in the roles that he had', () => {
    given(...active, suspended)
      .when(reinstate(hal))
      .thenEvents(reinstated);
    const state = stateOf(memberDecider, [...active, granted('editor'), suspended, reinstated]);
    expect(memberFactsOf('ben', state)).toMatchObject({ active: true, roles: ['editor'] });
  });
  it('refuses who is no admin, and a service', () => {
    given(...active, suspended)
      .when(reinstate(member('eva', 'approver')))
      .thenRefused('desk/role-missing');
    given(...active, suspended)
      .when(reinstate(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is not there, was never active, or has departed', () => {
    given().when(reinstate(hal)).thenRefused('member/not-found');
    given(...invited)
      .when(reinstate(hal))
      .thenRefused('member/wrong-stage');
    given(...active, suspended, departed)
      .when(reinstate(hal))
      .thenRefused('member/wrong-stage');
  });
  it('stays quiet when he is active', () => {
    given(...active)
      .when(reinstate(hal))
      .thenNothing();
  });
});

describe('recording a departure', () => {
  it('is possible from the invitation on, also while he is suspended', () => {
    for (const past of [invited, active, [...active, suspended]])
      given(...past)
        .when(depart(hal))
        .thenEvents(departed);
  });
  it('refuses who is no admin, himself too, and a service', () => {
    given(...active)
      .when(depart(member('ben', 'editor')))
      .thenRefused('desk/role-missing');
    given(...active)
      .when(depart(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is not there, and who has departed', () => {
    given().when(depart(hal)).thenRefused('member/not-found');
    given(...active, departed)
      .when(depart(hal))
      .thenRefused('member/wrong-stage');
  });
  it('ends all: no role is granted and nothing is activated any more', () => {
    given(...active, departed)
      .when(grant(hal, 'editor'))
      .thenRefused('member/wrong-stage');
    given(...active, departed)
      .when({ type: 'ActivateMember', data: {}, ...forBen(member('ben', 'editor')) })
      .thenRefused('member/wrong-stage');
  });
});

describe('what other decisions may know of a member who is suspended or has departed', () => {
  it('is that he is not active', () => {
    for (const since of [suspended, departed]) {
      const state = stateOf(memberDecider, [...active, granted('editor'), since]);
      expect(memberFactsOf('ben', state)).toMatchObject({ active: false, roles: ['editor'] });
    }
  });
});

const member = (id: string, ...roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });
const hal = member('hal', 'admin');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const invited: readonly MemberEvent[] = [
  { type: 'MemberInvited', data: {} },
  { type: 'MemberProfileRecorded', data: { name: 'Ben', email: 'ben@desk.example' } },
];
const active: readonly MemberEvent[] = [...invited, { type: 'MemberActivated', data: {} }];
const suspended: MemberEvent = { type: 'MemberSuspended', data: { reason: 'On leave until the spring.' } };
const reinstated: MemberEvent = { type: 'MemberReinstated', data: { reason: 'Back from his leave.' } };
const departed: MemberEvent = { type: 'MemberDeparted', data: {} };
const granted = (role: Role): MemberEvent => ({ type: 'RoleGranted', data: { role } });
const revoked = (role: Role): MemberEvent => ({ type: 'RoleRevoked', data: { role, reason: 'Does other work now.' } });

/** For member Ben. */
const forBen = (actor: Actor) => ({ ...by(actor), id: 'ben' });

function grant(actor: Actor, role: Role): MemberCommand {
  return { type: 'GrantRole', data: { role }, facts: { deskHasAdmin: true }, ...forBen(actor) };
}

function revoke(actor: Actor, role: Role): MemberCommand {
  return { type: 'RevokeRole', data: { role, reason: 'Does other work now.' }, ...forBen(actor) };
}

function suspend(actor: Actor): MemberCommand {
  return { type: 'SuspendMember', data: { reason: 'On leave until the spring.' }, ...forBen(actor) };
}

function reinstate(actor: Actor): MemberCommand {
  return { type: 'ReinstateMember', data: { reason: 'Back from his leave.' }, ...forBen(actor) };
}

function depart(actor: Actor): MemberCommand {
  return { type: 'RecordDeparture', data: {}, ...forBen(actor) };
}
