import { DomainError } from '#kernel';
import type { Role } from '#kernel';
import { CommandCarriers } from '#platform/commands';
import { describeApi } from '../../apps/api/src/documents/api-description.js';
import { EXAMPLES } from '../../apps/api/src/documents/examples.js';
import { streamRows, verbOf } from '../../apps/api/src/documents/streams.js';
import { expected } from './access/expected.js';
import { historyOf } from './access/histories.js';
import { CAPACITIES, ME, OTHER, RELATIONS, ROLE_SETS, isWorthAsking } from './access/people.js';
import type { Relation } from './access/people.js';
import { FROM_OF_OFFERS, PLACES } from './access/places.js';
import type { Category } from './access/places.js';
import { READERS } from './access/readers.js';
import type { Reader } from './access/readers.js';
import { RIGHTS, whoMay } from './access/rights.js';
import { dataOf } from './access/services.js';
import { StillApi } from './access/still-api.js';

jest.setTimeout(300_000);

const ROUTED = streamRows().flatMap(({ category, commands }) =>
  commands.map(({ type, isVersioned }) => ({ category: category as Category, type, isVersioned })),
);

/** How somebody may stand to what is of this category. */
const relationsOf = (category: Category): readonly Relation[] => {
  if (category === 'check') return RELATIONS;
  return category === 'member' ? ['stranger', 'own'] : ['stranger'];
};

/** Those that could make a difference to a command: capacities, offers, or whether he has any part in it. */
const relationsFor = (category: Category, command: string): readonly Relation[] => {
  if (category !== 'check') return relationsOf(category);
  if (FROM_OF_OFFERS.includes(command)) return RELATIONS;
  const isByCapacity = whoMay(command).some((who) => who.startsWith('as '));
  return isByCapacity ? RELATIONS.filter((one) => !one.startsWith('offered ')) : ['stranger', 'own'];
};

/** A stream for each place and relation: a member’s own is his own. */
const idOf = (category: Category, place: string, relation: Relation): string => {
  if (category === 'member') return relation === 'own' ? ME : OTHER;
  const number = PLACES[category].indexOf(place as never) * 16 + RELATIONS.indexOf(relation);
  if (category === 'scale' || category === 'policy') return `key-${number}`;
  return `01845d2e-3a00-7000-8000-${String(number).padStart(12, '0')}`;
};

describe('who may send which command, from where', () => {
  let api: StillApi;
  let paths: readonly (readonly [path: string, methods: object])[];

  beforeAll(async () => {
    api = await StillApi.start();
    paths = Object.entries(describeApi(api.app).paths);
    for (const category of Object.keys(PLACES) as Category[])
      for (const place of PLACES[category])
        for (const relation of relationsOf(category))
          api.put(category, idOf(category, place, relation), historyOf(category, place, relation));
  });

  afterAll(() => api.app.close());

  const routeOf = (type: string): string | undefined =>
    paths.find(([path, methods]) => 'post' in methods && path.endsWith(`/${verbOf(type)}`))?.[0];

  it('is written down once for each command', () => {
    const written = RIGHTS.flatMap(({ may }) => may);
    expect(written).toEqual([...new Set(written)]);
    expect(ROUTED.map(({ type }) => type).filter((type) => !written.includes(type))).toEqual([]);
  });

  it('has a route for every command that people send, and for no other', () => {
    const people = ROUTED.filter(({ type }) => whoMay(type).some((who) => who !== 'service'));
    expect(ROUTED.filter(({ type }) => routeOf(type) !== undefined)).toEqual(people);
  });

  it.each(ROUTED.map((one) => [one.type, one] as const))('%s', async (type, { category }) => {
    const route = routeOf(type);
    if (route === undefined) return;
    const differences: string[] = [];
    for (const place of PLACES[category]) {
      for (const relation of relationsFor(category, type)) {
        const [id, history] = [idOf(category, place, relation), historyOf(category, place, relation)];
        api.put(category, id, history);
        for (const roles of ROLE_SETS.filter((one) => isWorthAsking(one, relation))) {
          const code = await api.ask('POST', route.replace(/\{\w+\}/, id), roles, EXAMPLES[type], history.length);
          const told = REFUSALS_OF_RIGHTS.test(code) ? code : 'allowed';
          const should = expected({ category, command: type, roles, relation, place });
          if (told !== should)
            differences.push(`${place}, ${roles.join(' and ')}, ${relation}: ${code}, not ${should}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it.each(ROUTED.map((one) => [one.type, one] as const))('%s, by services', async (type, { category }) => {
    const who = whoMay(type);
    const place = PLACES[category][1];
    for (const id of ['service:some-job', 'service:installer', 'service:operator']) {
      const code = await sentBy({ kind: 'service', id, roles: [] }, category, type, idOf(category, place, 'stranger'));
      const may = who.includes('service') || (id === 'service:installer' && who.includes('installer'));
      expect([id, code !== 'desk/service-forbidden']).toEqual([id, may]);
    }
  });

  it.each(
    ROUTED.filter(({ type }) => whoMay(type).every((who) => who === 'service')).map((one) => [one.type, one] as const),
  )('%s, by nobody with a role', async (type, { category }) => {
    for (const roles of ROLE_SETS) {
      const id = idOf(category, PLACES[category][1], 'stranger');
      expect([roles, await sentBy({ kind: 'member', id: ME, roles }, category, type, id)]).toEqual([
        roles,
        'desk/role-missing',
      ]);
    }
  });

  describe('and who may read what', () => {
    it('is written down once for each query', () => {
      const queries = paths.filter(([, methods]) => 'get' in methods && !isPublic(methods.get));
      const written = Object.keys(READERS).map((path) => path.replace(/\?.*$/, ''));
      expect(
        queries
          .map(([path]) => path)
          .filter((path) => !isOfRehearsals(path))
          .toSorted(),
      ).toEqual(written.toSorted());
    });

    it.each(Object.entries(READERS))('%s', async (path, { roles: readers, also }) => {
      const differences: string[] = [];
      for (const roles of ROLE_SETS) {
        for (const relation of ['stranger', ...CAPACITIES.map((capacity) => `holds ${capacity}` as const)] as const) {
          const code = await api.ask('GET', urlOf(path, relation), roles);
          const isReader = readers.some((reader) => roles.includes(reader));
          const should = isReader ? 'allowed' : whetherAlso(also, roles, relation);
          const told = REFUSALS_OF_RIGHTS.test(code) && !code.endsWith('/not-found') ? code : 'allowed';
          if (told !== should) differences.push(`${roles.join(' and ')}, ${relation}: ${code}, not ${should}`);
        }
      }
      expect(differences).toEqual([]);
    });
  });

  const urlOf = (path: string, relation: Relation): string => {
    const [category, name] = CATEGORY_OF.find(([prefix]) => path.startsWith(prefix)) ?? [];
    if (name === undefined || category === undefined) return path;
    if (name === 'member') {
      api.put('member', ME, historyOf('member', 'active', 'own'));
      api.put('member', OTHER, historyOf('member', 'active', 'stranger'));
      return path.replace(/\{\w+\}/, relation === 'stranger' ? OTHER : ME);
    }
    const at = relationsOf(name).includes(relation) ? relation : 'stranger';
    return path.replace(/\{\w+\}/, idOf(name, PLACES[name][2], at));
  };

  const sentBy = async (
    actor: { readonly kind: 'member' | 'service'; readonly id: string; readonly roles: readonly Role[] },
    category: Category,
    type: string,
    id: string,
  ): Promise<string> => {
    const envelope = { deskId: 1, commandId: ME, correlationId: ME, at: '2022-11-09T10:00:00.000Z', actor };
    try {
      await api.app.get(CommandCarriers).send(category, { type, id, data: dataOf(type), ...envelope });
      return 'accepted';
    } catch (error) {
      return error instanceof DomainError ? error.code : 'other';
    }
  };
});

/** No member drives the clock of a desk: its operator does. */
const isOfRehearsals = (path: string): boolean => path.startsWith('/v1/rehearsal/');

/** Whoever asks needs no token. */
const isPublic = (operation: unknown): boolean =>
  JSON.stringify((operation as { readonly security?: unknown }).security)?.includes('{}') ?? false;

const CATEGORY_OF = [
  ['/v1/members', 'member'],
  ['/v1/scales', 'scale'],
  ['/v1/policies', 'policy'],
  ['/v1/submissions', 'submission'],
  ['/v1/claims', 'claim'],
  ['/v1/evidence', 'evidence'],
  ['/v1/checks', 'check'],
] as const satisfies readonly (readonly [string, Category])[];

/** What the rights and the places refuse; all else is said by a guard, to somebody who may ask there. */
const REFUSALS_OF_RIGHTS =
  /^desk\/(role-missing|service-forbidden|not-yours)$|\/(not-found|exists|wrong-stage|evidence-frozen|not-accepted|wrong-state|not-active)$/;

const whetherAlso = (also: string | undefined, roles: readonly Role[], relation: Relation): string => {
  if (also === 'anybody') return 'allowed';
  if (also === 'ruler') return whetherRuler(roles, relation);
  if (also === 'himself') return relation === 'stranger' ? 'desk/role-missing' : 'allowed';
  const mayHold = roles.some((role) =>
    (['editor', 'reviewer', 'approver'] as readonly (Reader | Role)[]).includes(role),
  );
  if (also !== 'colleague' || !mayHold) return 'desk/role-missing';
  return relation === 'stranger' ? 'desk/not-yours' : 'allowed';
};

const whetherRuler = (roles: readonly Role[], relation: Relation): string => {
  if (!roles.includes('reviewer') && !roles.includes('approver')) return 'desk/role-missing';
  return relation === 'holds reviewer' || relation === 'holds tie_breaker' ? 'allowed' : 'desk/not-yours';
};
