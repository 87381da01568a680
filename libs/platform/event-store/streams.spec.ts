import { DomainError, defineStream } from '#kernel';
import type { Actor, DomainCommand, DomainEvent, Envelope, FactReaders, Receipt } from '#kernel';
import { CommandIdReused, VersionConflict, VersionMissing } from './errors.js';
import type { Writes } from './event-store.js';
import { MemoryEventStore } from './memory-event-store.js';
import { Streams } from './streams.js';

type Pour = DomainCommand<'Pour', { readonly litres: number }, { readonly limit: number }>;
type Seal = DomainCommand<'Seal', Record<string, never>>;
type Poured = DomainEvent<'Poured', { readonly litres: number }>;
type Sealed = DomainEvent<'Sealed', Record<string, never>>;
type Barrel = { readonly litres: number; readonly isSealed: boolean };

const barrel = defineStream<Barrel, 'open' | 'sealed', Pour | Seal, Poured | Sealed>({
  decider: {
    category: 'barrel',
    initialState: { litres: 0, isSealed: false },
    placeOf: ({ litres, isSealed }) => (isSealed ? 'sealed' : litres > 0 ? 'open' : 'absent'),
    rules: {
      Pour: {
        by: ['editor', 'service'],
        from: ['absent', 'open'],
        decide: ({ data: { litres }, facts: { limit } }, state) => {
          if (state.litres + litres > limit) throw new DomainError('rule', 'barrel/too-full');
          return litres === 0 ? [] : [{ type: 'Poured', data: { litres } }];
        },
      },
      Seal: {
        by: ['editor', 'service'],
        from: ['open'],
        versioned: true,
        decide: () => [{ type: 'Sealed', data: {} }],
      },
    },
    evolve: {
      Poured: (state, { data: { litres } }) => ({ ...state, litres: state.litres + litres }),
      Sealed: (state) => ({ ...state, isSealed: true }),
    },
  },
  upcasters: { Poured: [(gallons: number) => ({ litres: gallons * 4 })] },
});

/** Somebody else writes just before the first appends. */
class ContestedStore extends MemoryEventStore {
  appends = 0;
  rivals = 0;

  override async append(envelope: Envelope, fingerprint: string, writes: Writes): Promise<Receipt> {
    this.appends += 1;
    if (this.rivals > 0) {
      this.rivals -= 1;
      await super.append({ ...envelope, commandId: `rival-${this.rivals}` }, '00', [{ ...writes[0], expected: 'any' }]);
    }
    return super.append(envelope, fingerprint, writes);
  }
}

describe('Streams.decide', () => {
  let store: ContestedStore;
  let streams: Streams;
  let limit: number;
  let factsRead: Barrel[];

  beforeEach(() => {
    store = new ContestedStore();
    streams = new Streams(store);
    limit = 100;
    factsRead = [];
  });

  const readers: FactReaders<Barrel, Pour | Seal> = {
    Pour: async (_, state) => {
      factsRead.push(state);
      return { limit };
    },
  };

  const pour = (litres: number, rest: Partial<Pour> = {}, expectedVersion?: number): Promise<Receipt> => {
    const command = { type: 'Pour', id: 'b1', data: { litres }, ...by(), ...rest } as const;
    return streams.decide(barrel, { command, readers, expectedVersion });
  };

  const seal = (actor: Actor, expectedVersion?: number): Promise<Receipt> =>
    streams.decide(barrel, {
      command: { type: 'Seal', id: 'b1', data: {}, ...by(), actor },
      readers,
      expectedVersion,
    });

  const events = () => streams.eventsOf(barrel, 1, 'b1');

  it('stores what the decider says, as what it was decided', async () => {
    const cause = 'check-c4@3';
    expect(await pour(3, { cause })).toEqual({ id: 'b1', version: 1 });
    const [poured] = await events();
    expect(poured).toMatchObject({
      type: 'Poured',
      schemaVersion: 2,
      data: { litres: 3 },
      cause,
      actor: { ...ana, capacity: 'editor' },
    });
    expect(poured).not.toHaveProperty('facts');
  });

  it('answers a command that it knows before anything else is asked', async () => {
    const commandId = 'once';
    const first = await pour(3, { commandId });
    await pour(4);
    limit = 0;
    expect(await pour(3, { commandId }, 7)).toEqual({ ...first, replayed: true });
    expect(await pour(3, { commandId, actor: { ...ana, roles: [] } })).toEqual({ ...first, replayed: true });
    expect(factsRead).toHaveLength(2);
  });

  it.each([
    ['other data', { data: { litres: 4 } }],
    ['another actor', { actor: { kind: 'member', id: 'ben', roles: ['editor'] } }],
    ['another stream', { id: 'b2' }],
  ] as const)('refuses a used id with %s', async (_, other) => {
    await pour(3, { commandId: 'once' });
    await expect(pour(3, { commandId: 'once', ...other })).rejects.toThrow(CommandIdReused);
    expect(await events()).toHaveLength(1);
  });

  it('refuses a stale version before it asks who may, and says at which version it is', async () => {
    await pour(3);
    await pour(4);
    await seal(ana, 2);
    await expect(pour(1, { actor: nobody }, 1)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'barrel/stale',
      details: {
        actualVersion: 3,
      },
    });
  });

  it('wants a version of members where the rule does, before it asks who may', async () => {
    await pour(3);
    await expect(seal(nobody)).rejects.toThrow(VersionMissing);
    expect(await seal(timer)).toEqual({ id: 'b1', version: 2 });
  });

  it('reads no facts for who may not ask', async () => {
    await expect(pour(3, { actor: nobody })).rejects.toMatchObject({ code: 'desk/role-missing' });
    expect(factsRead).toEqual([]);
  });

  it('leaves a receipt where there was nothing to do', async () => {
    await pour(3);
    expect(await pour(0, { commandId: 'idle' })).toEqual({ id: 'b1', version: 1 });
    await pour(4);
    expect(await pour(0, { commandId: 'idle' })).toEqual({ id: 'b1', version: 1, replayed: true });
    await expect(pour(5, { commandId: 'idle' })).rejects.toThrow(CommandIdReused);
  });

  it('leaves one for a service that comes too late', async () => {
    await pour(3);
    await seal(ana, 1);
    const late = { commandId: 'late', actor: timer };
    expect([await pour(1, late), await pour(1, late)]).toEqual([
      { id: 'b1', version: 2 },
      { id: 'b1', version: 2, replayed: true },
    ]);
  });

  it('decides again, with facts read anew, when somebody else was faster', async () => {
    store.rivals = 2;
    expect(await pour(3)).toEqual({ id: 'b1', version: 3 });
    expect(factsRead.map(({ litres }) => litres)).toEqual([0, 3, 6]);
  });

  it('lets the new decision be a refusal', async () => {
    limit = 5;
    store.rivals = 1;
    await expect(pour(3)).rejects.toMatchObject({ code: 'barrel/too-full' });
    expect(await events()).toHaveLength(1);
  });

  it('gives up after five attempts', async () => {
    store.rivals = 5;
    await expect(pour(3)).rejects.toThrow(VersionConflict);
    expect(store.appends).toBe(5);
  });

  it('does not decide again for who named a version', async () => {
    await pour(3);
    store.rivals = 1;
    await expect(pour(4, {}, 1)).rejects.toMatchObject({
      code: 'barrel/stale',
      details: { actualVersion: 2 },
    });
    expect(factsRead).toHaveLength(2);
  });

  it('does not race itself', async () => {
    const poured = await Promise.all(Array.from({ length: 20 }, () => pour(1)));
    expect(poured.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
    expect(store.appends).toBe(20);
  });

  it('goes on after a refusal of the one before', async () => {
    const [refused, poured] = await Promise.allSettled([pour(200), pour(1)]);
    expect([refused.status, poured.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('Streams.decideEach', () => {
  let store: ContestedStore;
  let streams: Streams;

  beforeEach(() => {
    store = new ContestedStore();
    streams = new Streams(store);
  });

  type Pouring = readonly [barrel: string, litres: number, rest?: Partial<Pour>];

  const pourEach = (...poured: readonly Pouring[]) =>
    streams.decideEach(
      barrel,
      poured.map(([id, litres, rest = {}]) => ({
        command: { type: 'Pour', id, data: { litres }, ...by(), ...rest } as const,
        readers: { Pour: async () => ({ limit: 100 }) },
        expectedVersion: undefined,
      })),
    );
  const said = async (...poured: readonly Pouring[]) =>
    (await pourEach(...poured)).map((done) =>
      done.status === 'fulfilled'
        ? [done.value.receipt.version, ...done.value.types]
        : ((done.reason as { readonly code?: string }).code ?? done.reason.constructor.name),
    );

  it('decides each by itself: what is refused stops no other', async () => {
    const outsider = { actor: nobody };
    expect(await said(['b1', 3], ['b2', 101], ['b3', 0], ['b4', 1, outsider], ['b5', 5])).toEqual([
      [1, 'Poured'],
      'barrel/too-full',
      [0],
      'desk/role-missing',
      [1, 'Poured'],
    ]);
  });

  it('keeps the order of those for one stream', async () => {
    expect(await said(['b1', 60], ['b2', 1], ['b1', 41], ['b1', 40])).toEqual([
      [1, 'Poured'],
      [1, 'Poured'],
      'barrel/too-full',
      [2, 'Poured'],
    ]);
  });

  it('answers what it knows as the first time, and says what was stored then', async () => {
    const [once, idle] = [{ commandId: 'once' }, { commandId: 'idle' }];
    await pourEach(['b1', 3, once], ['b2', 0, idle]);
    await pourEach(['b1', 4], ['b2', 4]);
    expect(await said(['b1', 3, once], ['b2', 0, idle], ['b1', 9, once], ['b3', 3, once])).toEqual([
      [1, 'Poured'],
      [0],
      'CommandIdReused',
      'CommandIdReused',
    ]);
  });

  it('decides again by itself what has lost a race', async () => {
    store.rivals = 1;
    expect(await said(['b1', 3], ['b2', 4])).toEqual([
      [2, 'Poured'],
      [1, 'Poured'],
    ]);
  });
});

describe('Streams.readTogether', () => {
  it('folds what is there, and knows what is not', async () => {
    const streams = new Streams(new MemoryEventStore());
    const command = { type: 'Pour', id: 'b1', data: { litres: 3 }, ...by() } as const;
    await streams.decide(barrel, {
      command,
      readers: { Pour: async () => ({ limit: 9 }) },
      expectedVersion: undefined,
    });
    const together = await streams.readTogether(1, [
      { category: 'barrel', id: 'b2' },
      { category: 'barrel', id: 'b1' },
    ]);
    expect([together.stateOf(barrel, 'b1'), together.stateOf(barrel, 'b2')]).toEqual([
      { litres: 3, isSealed: false },
      undefined,
    ]);
    expect(together.eventsOf(barrel, 'b1')).toHaveLength(1);
    expect(() => together.stateOf(barrel, 'b3')).toThrow('barrel-b3 was not asked for.');
  });
});

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };
const nobody: Actor = { kind: 'member', id: 'nobody', roles: [] };
const timer: Actor = { kind: 'service', id: 'service:seal', roles: [] };

let commands = 0;

function by(): Envelope {
  commands += 1;
  const commandId = `command-${commands}`;
  return { deskId: 1, commandId, correlationId: commandId, actor: ana, at: '2026-11-22T10:00:00.000Z' };
}
