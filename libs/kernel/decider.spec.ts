import { can, decide, stateOf } from '#kernel';
import type { Actor, Decider, DomainCommand, DomainEvent } from '#kernel';
import { by, specify } from '#kernel/testing';

type Light = 'on' | 'off';
type Press = DomainCommand<'Press', { readonly loud?: boolean }>;
type Install = DomainCommand<'Install', { readonly lamp: string }>;
type Unscrew = DomainCommand<'Unscrew', { readonly of: string }>;
type Rewire = DomainCommand<'Rewire', { readonly of: string }>;
type Dim = DomainCommand<'Dim', { readonly of: string; readonly while?: Light }>;
type Went = DomainEvent<'Went', { readonly to: Light }>;
type State = { readonly light?: Light };

const lamp: Decider<State, Light, Press | Install | Unscrew | Rewire | Dim, Went> = {
  category: 'lamp',
  initialState: {},
  placeOf: ({ light }) => light ?? 'absent',
  capacitiesOf: (_, memberId) => (memberId === 'ben' ? ['researcher'] : []),
  rules: {
    Install: { by: ['editor'], from: ['absent'], decide: () => [{ type: 'Went', data: { to: 'off' } }] },
    Unscrew: {
      by: ['admin', 'own'],
      isOwn: ({ data, actor }) => data.of === actor.id,
      from: ['on', 'off'],
      decide: () => [{ type: 'Went', data: { to: 'off' } }],
    },
    Rewire: {
      by: ['own reviewer'],
      isOwn: ({ data, actor }) => data.of === actor.id,
      from: ['on', 'off'],
      decide: () => [{ type: 'Went', data: { to: 'off' } }],
    },
    Dim: {
      by: ['own reviewer', 'service'],
      isOwn: ({ data, actor }) => data.of === actor.id,
      from: ['on', 'off'],
      fromFor: ({ data }) => (data.while === undefined ? ['on', 'off'] : [data.while]),
      decide: () => [{ type: 'Went', data: { to: 'off' } }],
    },
    Press: {
      by: ['editor', 'as researcher', 'service'],
      from: ['off'],
      unless: ({ data }) => data.loud === false,
      decide: () => [{ type: 'Went', data: { to: 'on' } }],
    },
  },
  evolve: { Went: (_, { data: { to } }) => ({ light: to }) },
};

const given = specify(lamp);
const off: Went = { type: 'Went', data: { to: 'off' } };
const on: Went = { type: 'Went', data: { to: 'on' } };

describe('the order of a decision', () => {
  it('asks first whether the actor may ever do it', () => {
    given().when(press(hal)).thenRefused('desk/role-missing');
    given(on).when(press(hal)).thenRefused('desk/role-missing');
  });

  it('then whether it is done already', () => {
    given(on).when(press(ana, false)).thenNothing();
  });

  it('then whether the stream is there and stands where it is possible', () => {
    given().when(press(ana)).thenRefused('lamp/not-found');
    given(off).when(install).thenRefused('lamp/exists');
    given(on).when(press(ana)).thenRefused('lamp/wrong-stage');
  });

  it('and whether it is possible there for what the command names, before whose that is', () => {
    given(off)
      .when(dim(ben, 'ana', 'on'))
      .thenRefused('lamp/wrong-stage');
    given(on)
      .when(dim(ben, 'ana', 'on'))
      .thenRefused('desk/not-yours');
    given(on)
      .when(dim(ben, 'ben', 'on'))
      .thenEvents(off);
    given(off)
      .when(dim(timer, 'ben', 'on'))
      .thenNothing();
    given()
      .when(dim(ben, 'ben', 'on'))
      .thenRefused('lamp/not-found');
  });

  it('then whether the actor holds the capacity', () => {
    given(off).when(press(cleo)).thenRefused('desk/not-yours');
    given(off).when(press(ben)).thenEvents(on);
  });

  it('or whether the item is his own', () => {
    given(on).when(unscrew(ben, 'ben')).thenEvents(off);
    given(on).when(unscrew(ben, 'ana')).thenRefused('desk/not-yours');
    given(on).when(unscrew(hal, 'ana')).thenEvents(off);
  });

  it('or whether it is his own and he has the role', () => {
    given(on).when(rewire(ben, 'ben')).thenEvents(off);
    given(on).when(rewire(ben, 'ana')).thenRefused('desk/not-yours');
    given(on).when(rewire(ana, 'ana')).thenRefused('desk/role-missing');
  });

  it('tells a service that comes too late nothing', () => {
    given(on).when(press(timer)).thenNothing();
  });
});

describe('the state of a stream', () => {
  it('is left as it is by an event of a type that only a newer release knows', () => {
    const unknown = { type: 'Flickered', data: {} } as unknown as Went;
    expect(stateOf(lamp, [on, unknown])).toEqual({ light: 'on' });
  });
});

describe('the capacity of an event', () => {
  it('is the one held in the case before a role', () => {
    const decided = decide(lamp, stateOf(lamp, [off]), press({ ...ben, roles: ['editor'] }));
    expect(decided.as).toBe('researcher');
  });

  it('is known before anybody presses a button', () => {
    expect(can(lamp, { light: 'off' }, ana, 'Press')).toEqual({ allowed: true, as: 'editor' });
    expect(can(lamp, { light: 'on' }, ana, 'Press')).toEqual({
      allowed: false,
      code: 'lamp/wrong-stage',
      reason: 'This is possible only from: off.',
    });
    expect(can(lamp, { light: 'off' }, { ...ana, roles: [] }, 'Press')).toEqual({
      allowed: false,
      code: 'desk/role-missing',
      reason: 'None of your roles may do this.',
    });
  });
});

describe('a fold', () => {
  it('tells each event its version, counted from the first one', () => {
    const seen: number[] = [];
    const counting: typeof lamp = {
      ...lamp,
      evolve: {
        Went: (state, _, version) => {
          seen.push(version);
          return state;
        },
      },
    };
    stateOf(counting, [off, on, off]);
    expect(seen).toEqual([1, 2, 3]);
  });
});

const member = (id: string, role: string): Actor => ({ kind: 'member', id, roles: [role] });
const ana = member('ana', 'editor');
const ben = member('ben', 'reviewer');
const cleo = member('cleo', 'reviewer');
const hal = member('hal', 'admin');
const timer: Actor = { kind: 'service', id: 'service:press-lamp', roles: [] };

function press(actor: Actor, loud = true): Press {
  return { type: 'Press', data: { loud }, ...by(actor) };
}

const install: Install = { type: 'Install', data: { lamp: 'l1' }, ...by(ana) };

function unscrew(actor: Actor, of: string): Unscrew {
  return { type: 'Unscrew', data: { of }, ...by(actor) };
}

function rewire(actor: Actor, of: string): Rewire {
  return { type: 'Rewire', data: { of }, ...by(actor) };
}

function dim(actor: Actor, of: string, needed?: Light): Dim {
  return { type: 'Dim', data: { of, ...(needed && { while: needed }) }, ...by(actor) };
}
