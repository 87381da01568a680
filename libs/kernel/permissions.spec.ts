import type { Decider } from './decider.js';
import { DomainError } from './errors.js';
import type { Actor, DomainCommand, DomainEvent } from './messages.js';
import { permissionsFor } from './permissions.js';

type Install = DomainCommand<'Install', Record<string, never>>;
type Press = DomainCommand<'Press', { readonly times: number }>;
type Fade = DomainCommand<'Fade', Record<string, never>>;
type LampCommand = Install | Press | Fade;
type Went = DomainEvent<'Went', Record<string, never>>;

const lamp: Decider<{ readonly place: 'off' }, 'off', LampCommand, Went> = {
  category: 'lamp',
  initialState: { place: 'off' },
  placeOf: ({ place }) => place,
  rules: {
    Install: { by: ['editor'], from: ['absent'], decide: () => [] },
    Fade: { by: ['service'], from: ['off'], decide: () => [] },
    Press: {
      by: ['editor'],
      from: ['off'],
      decide: ({ data: { times } }) => {
        if (times > 1) throw new DomainError('rule', 'lamp/too-often', 'Once is enough.');
        if (times < 1) throw new Error('Nobody presses nought times.');
        return [];
      },
    },
  },
  evolve: { Went: (state) => state },
};

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };
const press = (times: number): Press => ({
  type: 'Press',
  id: 'l1',
  deskId: 1,
  commandId: 'k1',
  correlationId: 'k1',
  at: '2026-11-23T10:00:00.000Z',
  actor: ana,
  data: { times },
});

const of = (actor: Actor, ...attempts: readonly LampCommand[]) =>
  permissionsFor(lamp, lamp.initialState, actor, attempts);

describe('permissions', () => {
  it('are those of commands that people send to what is there', () => {
    expect(of(ana)).toEqual({ Press: { allowed: true, as: 'editor' } });
  });

  it('are what an attempt meets, where there is one', () => {
    expect(of(ana, press(1))).toEqual({ Press: { allowed: true, as: 'editor' } });
    expect(of(ana, press(2))).toEqual({
      Press: { allowed: false, code: 'lamp/too-often', reason: 'Once is enough.' },
    });
  });

  it('say first who may do it at all', () => {
    const nobody = { ...ana, roles: [] };
    expect(of(nobody, press(2)).Press).toMatchObject({ code: 'desk/role-missing' });
  });

  it('hide no defect', () => {
    expect(() => of(ana, press(0))).toThrow('Nobody presses nought times.');
  });
});
