import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import type { MemberCommand, MemberEvent } from '#features/members';
import { by, specify } from '#kernel/testing';
import { memberDecider } from './member.decider.js';

const given = specify(memberDecider);

describe('changing a profile', () => {
  it('records name and address anew, from the invitation on, also while he is suspended', () => {
    for (const past of [invited, active, [...active, suspended]])
      given(...past)
        .when(change(ben))
        .thenEvents(renamed);
  });
  it('refuses anybody else, an admin too', () => {
    given(...active)
      .when(change(hal))
      .thenRefused('desk/not-yours');
  });
  it('refuses a service, and who is not a member', () => {
    given(...active)
      .when(change(installer))
      .thenRefused('desk/service-forbidden');
    given().when(change(ben)).thenRefused('member/not-found');
  });
  it('refuses who has departed', () => {
    given(...active, departed)
      .when(change(ben))
      .thenRefused('member/not-active');
  });
});

describe('setting skills', () => {
  it('records them', () => {
    given(...active)
      .when(setSkills(ben))
      .thenEvents({ type: 'MemberSkillsSet', data: SKILLS });
  });
  it('refuses anybody else, a service, and who is not a member', () => {
    given(...active)
      .when(setSkills(hal))
      .thenRefused('desk/not-yours');
    given(...active)
      .when(setSkills(installer))
      .thenRefused('desk/service-forbidden');
    given().when(setSkills(ben)).thenRefused('member/not-found');
  });
  it('refuses who is not active', () => {
    for (const past of [invited, [...active, suspended], [...active, departed]])
      given(...past)
        .when(setSkills(ben))
        .thenRefused('member/not-active');
  });
});

describe('erasing a profile', () => {
  it('names every version that names him, wherever he stands', () => {
    given(...invited)
      .when(erase(hal))
      .thenEvents(erased(2));
    given(...active, renamed, suspended)
      .when(erase(hal))
      .thenEvents(erased(2, 4));
    given(...active, renamed, departed)
      .when(erase(hal))
      .thenEvents(erased(2, 4));
  });
  it('does not name again what is erased', () => {
    given(...active, erased(2), renamed)
      .when(erase(hal))
      .thenEvents(erased(5));
  });
  it('refuses who is no admin, himself too', () => {
    given(...active)
      .when(erase(member('ben', 'editor')))
      .thenRefused('desk/role-missing');
  });
  it('refuses a service, and who is not a member', () => {
    given(...active)
      .when(erase(installer))
      .thenRefused('desk/service-forbidden');
    given().when(erase(hal)).thenRefused('member/not-found');
  });
  it('stays quiet when nothing names him any more', () => {
    given(...active, erased(2))
      .when(erase(hal))
      .thenNothing();
  });
  it('changes nothing that a decision reads: blanked or not, he stands as he stood', () => {
    const blanked: MemberEvent = { type: 'MemberProfileRecorded', data: null };
    expect(stateOf(memberDecider, story(blanked))).toEqual(stateOf(memberDecider, story(renamed)));
  });
});

/** Invited, named, made active, erased, departed. */
const story = (profile: MemberEvent) => [...invited.slice(0, 1), profile, ...active.slice(2), erased(2), departed];

const member = (id: string, ...roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });
const ben = member('ben');
const hal = member('hal', 'admin');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const SKILLS = { languages: ['en', 'ko'], topics: ['war'] };
const NEW_PROFILE = { name: 'Benjamin', email: 'benjamin@desk.example' };

const invited: readonly MemberEvent[] = [
  { type: 'MemberInvited', data: {} },
  { type: 'MemberProfileRecorded', data: { name: 'Ben', email: 'ben@desk.example' } },
];
const active: readonly MemberEvent[] = [...invited, { type: 'MemberActivated', data: {} }];
const renamed: MemberEvent = { type: 'MemberProfileRecorded', data: NEW_PROFILE };
const suspended: MemberEvent = { type: 'MemberSuspended', data: { reason: 'On leave until the spring.' } };
const departed: MemberEvent = { type: 'MemberDeparted', data: {} };
const erased = (...versions: readonly number[]): MemberEvent => ({
  type: 'MemberProfileErased',
  data: { ground: 'He asked for it.', erased: versions },
});

/** For member Ben. */
const forBen = (actor: Actor) => ({ ...by(actor), id: 'ben' });

function change(actor: Actor): MemberCommand {
  return { type: 'ChangeProfile', data: NEW_PROFILE, ...forBen(actor) };
}

function setSkills(actor: Actor): MemberCommand {
  return { type: 'SetSkills', data: SKILLS, ...forBen(actor) };
}

function erase(actor: Actor): MemberCommand {
  return { type: 'EraseProfile', data: { ground: 'He asked for it.' }, ...forBen(actor) };
}
