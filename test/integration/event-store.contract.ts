import type { AnyStream, Envelope, Receipt } from '#kernel';
import { CommandIdReused, StreamClosed, VersionConflict } from '#platform/event-store';
import type { EventStore, Expected, Write } from '#platform/event-store';

/** A store with two desks, and what takes in its log. */
export type Subject = {
  readonly store: EventStore;
  readonly deskId: number;
  readonly otherDeskId: number;
  sequence(): Promise<void>;
  close(): Promise<void>;
};

/** The store reads `Measured` of old as it is today. */
export const gauge: AnyStream = {
  decider: { category: 'gauge' },
  upcasters: { Measured: [(inches: number) => ({ millimetres: inches * 25.4 })] },
};

/** Every promise of the store that a caller can see. */
export const keepsItsPromises = (open: () => Promise<Subject>): void => {
  let subject: Subject;
  let store: EventStore;
  let deskId: number;

  beforeAll(async () => {
    subject = await open();
    ({ store, deskId } = subject);
  });

  afterAll(() => subject.close());

  const send = (envelope: Envelope, ...writes: [Write, ...Write[]]): Promise<Receipt> =>
    store.append(envelope, PRINT, writes);

  const made = async (stream: string, ...types: string[]): Promise<void> => {
    for (const type of types) await send(by(deskId), to(stream, 'any', type));
  };

  const typesOf = async (stream: string): Promise<readonly string[]> =>
    (await store.load(deskId, 'gauge', stream)).events.map(({ type }) => type);

  const versionOf = async (stream: string): Promise<number> => (await store.load(deskId, 'gauge', stream)).version;

  /** The whole log, from page to page. */
  const log = async (limit = 1_000, types?: readonly string[], desk = deskId) => {
    await subject.sequence();
    const events = [];
    for (let from = 0; ;) {
      const page = await store.readLog(desk, from, limit, types);
      events.push(...page.events);
      if (page.next === from) return events;
      from = page.next;
    }
  };

  describe('a stream', () => {
    it('gives back what was put into it, and who, when and why', async () => {
      const envelope = {
        ...by(deskId),
        cause: 'check-c1@7',
        actor: { kind: 'member', id: 'ana', roles: ['editor', 'approver'], capacity: 'editor', onBehalfOf: 'ben' },
      } as const;
      const data = { text: 'sixty per cent, “maybe” – 😀', list: [1, 2.5, null], nested: { b: true, a: '' } };
      const receipt = await store.append(envelope, PRINT, [
        { category: 'gauge', id: 'kept', expected: 'absent', events: [{ type: 'Noted', data, schemaVersion: 3 }] },
      ]);
      expect(receipt).toEqual({ id: 'kept', version: 1 });
      const { version, events } = await store.load(deskId, 'gauge', 'kept');
      expect(version).toBe(1);
      expect(events).toEqual([
        {
          ...envelope,
          stream: 'gauge-kept',
          id: 'kept',
          version: 1,
          type: 'Noted',
          schemaVersion: 3,
          data,
          recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        },
      ]);
    });

    it('tells a service from a member', async () => {
      const actor = { kind: 'service', id: 'service:reveal-rulings', roles: [] } as const;
      await send({ ...by(deskId), actor }, to('by-service', 'absent', 'A'));
      const { events } = await store.load(deskId, 'gauge', 'by-service');
      expect(events[0]?.actor).toEqual({ ...actor, capacity: 'service' });
    });

    it('is at version 0 before its first event', async () => {
      expect(await store.load(deskId, 'gauge', 'nowhere')).toEqual({ version: 0, events: [] });
    });

    it('reads old events as they are today, and those of a newer release untouched', async () => {
      await store.append(by(deskId), PRINT, [
        {
          category: 'gauge',
          id: 'old',
          expected: 'absent',
          events: [
            { type: 'Measured', data: 2, schemaVersion: 1 },
            { type: 'Measured', data: { millimetres: 3 }, schemaVersion: 2 },
            { type: 'Foretold', data: { anything: 1 }, schemaVersion: 9 },
          ],
        },
      ]);
      const { events } = await store.load(deskId, 'gauge', 'old');
      expect(events.map(({ data }) => data)).toEqual([{ millimetres: 50.8 }, { millimetres: 3 }, { anything: 1 }]);
    });
  });

  describe('contiguous', () => {
    it('counts the versions of a stream from 1 without holes, whoever writes at once', async () => {
      await Promise.all(Array.from({ length: 8 }, () => send(by(deskId), to('crowded', 'any', 'A', 'B'))));
      const { version, events } = await store.load(deskId, 'gauge', 'crowded');
      expect(version).toBe(16);
      expect(events.map((event) => event.version)).toEqual(Array.from({ length: 16 }, (_, place) => place + 1));
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).toSorted());
    });
  });

  describe('expected-version', () => {
    const cases: readonly [Expected, number, boolean][] = [
      ['any', 0, true],
      ['any', 2, true],
      ['exists', 0, false],
      ['exists', 2, true],
      ['absent', 0, true],
      ['absent', 2, false],
      [0, 0, true],
      [2, 2, true],
      [1, 2, false],
      [3, 2, false],
    ];

    it.each(cases)('%s of a stream at version %i: %s', async (expected, version, isMet) => {
      const stream = `at-${version}-${expected}`;
      await made(stream, ...Array.from({ length: version }, () => 'A'));
      const sent = send(by(deskId), to(stream, expected, 'B'));
      if (isMet) expect(await sent).toEqual({ id: stream, version: version + 1 });
      else await expect(sent).rejects.toMatchObject({ name: 'VersionConflict', expected, actual: version });
      expect(await versionOf(stream)).toBe(isMet ? version + 1 : version);
    });

    it('lets one of many win that saw the same version', async () => {
      await made('raced', 'A');
      const sent = await Promise.allSettled(Array.from({ length: 6 }, () => send(by(deskId), to('raced', 1, 'B'))));
      const lost = sent.filter((outcome) => outcome.status === 'rejected');
      expect(lost.map(({ reason }) => reason as unknown)).toEqual(
        Array.from({ length: 5 }, () => expect.any(VersionConflict) as unknown),
      );
      expect(await typesOf('raced')).toEqual(['A', 'B']);
    });
  });

  describe('once-per-command', () => {
    it('answers a retry as the first time, also when others wrote since', async () => {
      const envelope = by(deskId);
      const first = await send(envelope, to('retried', 'absent', 'A', 'B'));
      await made('retried', 'C');
      const again = await send(envelope, to('retried', 'absent', 'A', 'B'));
      expect([first, again]).toEqual([
        { id: 'retried', version: 2 },
        { id: 'retried', version: 2, replayed: true },
      ]);
      expect(await typesOf('retried')).toEqual(['A', 'B', 'C']);
    });

    it('finds the first answer while it loads', async () => {
      const envelope = by(deskId);
      await send(envelope, to('known', 'absent', 'A'));
      await made('known', 'B');
      const { version, receipt } = await store.load(deskId, 'gauge', 'known', asked(envelope));
      expect([version, receipt]).toEqual([2, { id: 'known', version: 1, replayed: true }]);
      expect(await store.load(deskId, 'gauge', 'known', asked(by(deskId)))).not.toHaveProperty('receipt');
    });

    it('refuses the same id for something else, and stores nothing', async () => {
      const envelope = by(deskId);
      await send(envelope, to('reused', 'absent', 'A'));
      const other = { commandId: envelope.commandId, fingerprint: OTHER_PRINT };
      await expect(store.append(envelope, OTHER_PRINT, [to('reused', 1, 'B')])).rejects.toThrow(CommandIdReused);
      await expect(store.append(envelope, OTHER_PRINT, [to('elsewhere', 'any', 'B')])).rejects.toThrow(CommandIdReused);
      await expect(store.load(deskId, 'gauge', 'reused', other)).rejects.toThrow(CommandIdReused);
      await expect(store.load(deskId, 'gauge', 'elsewhere', other)).rejects.toThrow(CommandIdReused);
      await expect(store.noteNoop(deskId, other, at('reused', 1))).rejects.toThrow(CommandIdReused);
      expect(await typesOf('reused')).toEqual(['A']);
      expect(await versionOf('elsewhere')).toBe(0);
    });

    it('stores one of many twins', async () => {
      const envelope = by(deskId);
      const sent = await Promise.all(Array.from({ length: 6 }, () => send(envelope, to('twins', 'any', 'A', 'B'))));
      expect(sent.filter(({ replayed }) => replayed !== true)).toHaveLength(1);
      expect(new Set(sent.map(({ version }) => version))).toEqual(new Set([2]));
      expect(await typesOf('twins')).toEqual(['A', 'B']);
    });

    it('knows a command that had nothing to do', async () => {
      await made('idle', 'A', 'B');
      const request = asked(by(deskId));
      expect(await store.noteNoop(deskId, request, at('idle', 2))).toEqual({ id: 'idle', version: 2 });
      await made('idle', 'C');
      const first = { id: 'idle', version: 2, replayed: true };
      expect((await store.load(deskId, 'gauge', 'idle', request)).receipt).toEqual(first);
      expect(await store.noteNoop(deskId, request, at('idle', 3))).toEqual(first);
      const other = { ...request, fingerprint: OTHER_PRINT };
      await expect(store.load(deskId, 'gauge', 'idle', other)).rejects.toThrow(CommandIdReused);
      await expect(store.noteNoop(deskId, other, at('idle', 3))).rejects.toThrow(CommandIdReused);
    });
  });

  describe('all-or-nothing', () => {
    it('writes to several streams together, and answers for the first', async () => {
      await made('z', 'A');
      const envelope = by(deskId);
      const both = [to('z', 1, 'B'), to('a', 'absent', 'C', 'D')] as const;
      expect(await send(envelope, ...both)).toEqual({ id: 'z', version: 2 });
      expect(await send(envelope, ...both)).toEqual({ id: 'z', version: 2, replayed: true });
      expect([await typesOf('z'), await typesOf('a')]).toEqual([
        ['A', 'B'],
        ['C', 'D'],
      ]);
      expect((await store.load(deskId, 'gauge', 'z', asked(envelope))).receipt).toMatchObject({ version: 2 });
      await expect(store.load(deskId, 'gauge', 'z', { ...asked(envelope), fingerprint: OTHER_PRINT })).rejects.toThrow(
        CommandIdReused,
      );
    });

    it.each([
      ['a version that is another', 7],
      ['a stream that is not there', 'exists'],
    ] as const)('writes nothing anywhere after %s', async (_, expected) => {
      const second = `nobody-${expected}`;
      const sent = send(by(deskId), to('first', 'any', 'A'), to(second, expected, 'B'));
      await expect(sent).rejects.toMatchObject({ name: 'VersionConflict', stream: `gauge-${second}`, actual: 0 });
      expect([await versionOf('first'), await versionOf(second)]).toEqual([0, 0]);
    });

    it('writes nothing when one event of it cannot be kept', async () => {
      const events = [
        { type: 'A', data: {}, schemaVersion: 1 },
        { type: 'B', data: { text: '\u0000' }, schemaVersion: 1 },
      ];
      const sent = store.append(by(deskId), PRINT, [{ category: 'gauge', id: 'unkept', expected: 'any', events }]);
      await expect(sent).rejects.toMatchObject({ name: 'NotCanonical' });
      expect(await versionOf('unkept')).toBe(0);
    });
  });

  describe('closed-stays-closed', () => {
    it.each(['any', 'exists', 2] as const)('takes no event for %s', async (expected) => {
      const stream = `closed-${expected}`;
      const closing = by(deskId);
      await send(closing, { ...to(stream, 'absent', 'A', 'B'), closes: true });
      await expect(send(by(deskId), to(stream, expected, 'C'))).rejects.toThrow(StreamClosed);
      await expect(send(by(deskId), to('open', 'any', 'C'), to(stream, expected, 'C'))).rejects.toThrow(StreamClosed);
      expect(await send(closing, to(stream, 'absent', 'A', 'B'))).toMatchObject({ version: 2, replayed: true });
      expect([await typesOf(stream), await versionOf('open')]).toEqual([['A', 'B'], 0]);
    });
  });

  describe('streams read together', () => {
    it('come in the order asked, with those that are absent', async () => {
      await made('t1', 'A', 'B');
      await made('t2', 'C');
      const loaded = await store.loadMany(deskId, [
        { category: 'gauge', id: 't2' },
        { category: 'gauge', id: 'absent' },
        { category: 'gauge', id: 't1' },
        { category: 'gauge', id: 't2' },
      ]);
      expect(loaded.map(({ version, events }) => [version, ...events.map(({ type }) => type)])).toEqual([
        [1, 'C'],
        [0],
        [2, 'A', 'B'],
        [1, 'C'],
      ]);
      expect(loaded[2]).toEqual(await store.load(deskId, 'gauge', 't1'));
    });
  });

  describe('dense-log', () => {
    it('has every event once, from 0 on, without holes, whatever the page', async () => {
      await made('logged', 'A', 'B', 'C');
      const whole = await log();
      expect(whole.map(({ logIndex }) => logIndex)).toEqual(whole.map((_, place) => place));
      expect(new Set(whole.map(({ stream, version }) => `${stream}@${version}`)).size).toBe(whole.length);
      expect(await log(2)).toEqual(whole);
      const { events } = await store.load(deskId, 'gauge', 'logged');
      expect(whole.filter(({ id }) => id === 'logged')).toEqual(
        events.map((event) => ({ ...event, logIndex: expect.any(Number) as unknown })),
      );
    });

    it('gives the content of some types alone, and still the place to go on', async () => {
      await made('sorted', 'Rare', 'Frequent', 'Frequent');
      const before = (await log()).length;
      expect((await log(2, ['Rare'])).map(({ type }) => type)).toEqual(['Rare']);
      const page = await store.readLog(deskId, before - 3, 3, ['Rare']);
      expect([page.from, page.next, page.events.length]).toEqual([before - 3, before, 1]);
      expect(await store.readLog(deskId, before, 10)).toEqual({ from: before, next: before, events: [] });
    });
  });

  describe('stream-order, real-time-order', () => {
    it('has what was acknowledged before something else was sent before it', async () => {
      const sent: string[] = [];
      for (const stream of ['o1', 'o2', 'o1', 'o3', 'o1', 'o2']) {
        const { version } = await send(by(deskId), to(stream, 'any', 'A'));
        sent.push(`gauge-${stream}@${version}`);
        if (sent.length === 3) await subject.sequence();
      }
      const order = (await log()).map(({ stream, version }) => `${stream}@${version}`);
      expect(order.filter((name) => sent.includes(name))).toEqual(sent);
    });

    it('has the events of one command as neighbours', async () => {
      const envelope = by(deskId);
      await send(envelope, to('n2', 'any', 'A', 'B'), to('n1', 'any', 'C'));
      const own = (await log()).filter(({ commandId }) => commandId === envelope.commandId);
      expect(own.map(({ type }) => type)).toEqual(['A', 'B', 'C']);
      expect((own.at(-1)?.logIndex ?? 0) - (own[0]?.logIndex ?? 0)).toBe(2);
    });
  });

  describe('erasable', () => {
    it('blanks payloads with the event that says so: order, versions and the rest of the stream stay', async () => {
      const envelope = by(deskId);
      await send(envelope, to('erased', 'absent', 'A', 'B'));
      await made('erased', 'C');
      expect(await store.erase(by(deskId), PRINT, erasureOf('erased'), [1, 3])).toEqual({ id: 'erased', version: 4 });
      const { version, events } = await store.load(deskId, 'gauge', 'erased');
      expect(version).toBe(4);
      expect(events.map(({ type, data }) => [type, data])).toEqual([
        ['A', null],
        ['B', { of: 'erased' }],
        ['C', null],
        ['NoteErased', { of: 'erased' }],
      ]);
      expect((await log()).filter(({ id }) => id === 'erased').map(({ data }) => data === null)).toEqual([
        true,
        false,
        true,
        false,
      ]);
    });

    it('leaves other streams alone, and what is blank already', async () => {
      await made('erased-twice', 'A', 'B');
      await made('not-erased', 'A');
      await store.erase(by(deskId), PRINT, erasureOf('erased-twice'), [1]);
      await store.erase(by(deskId), PRINT, erasureOf('erased-twice'), [1, 2]);
      const { events } = await store.load(deskId, 'gauge', 'erased-twice');
      expect(events.map(({ data }) => data === null)).toEqual([true, true, false, false]);
      expect((await store.load(deskId, 'gauge', 'not-erased')).events[0]?.data).toEqual({ of: 'not-erased' });
    });

    it('knows the command of what it blanked by its id alone', async () => {
      const envelope = by(deskId);
      await send(envelope, to('unprinted', 'absent', 'A'));
      await store.erase(by(deskId), PRINT, erasureOf('unprinted'), [1]);
      const request = { commandId: envelope.commandId, fingerprint: OTHER_PRINT };
      expect((await store.load(deskId, 'gauge', 'unprinted', request)).receipt).toMatchObject({ version: 1 });
    });

    it('is answered as the first time when it comes again', async () => {
      await made('erased-once', 'A');
      const envelope = by(deskId);
      await store.erase(envelope, PRINT, erasureOf('erased-once'), [1]);
      expect(await store.erase(envelope, PRINT, erasureOf('erased-once'), [1])).toEqual({
        id: 'erased-once',
        version: 2,
        replayed: true,
      });
      await expect(store.erase(envelope, OTHER_PRINT, erasureOf('erased-once'), [1])).rejects.toThrow(CommandIdReused);
    });

    it('blanks nothing when somebody wrote first', async () => {
      await made('still-there', 'A', 'B');
      const late = store.erase(by(deskId), PRINT, to('still-there', 1, 'NoteErased'), [1, 2]);
      await expect(late).rejects.toThrow(VersionConflict);
      const { version, events } = await store.load(deskId, 'gauge', 'still-there');
      expect([version, events.some(({ data }) => data === null)]).toEqual([2, false]);
    });
  });

  describe('desk-isolation', () => {
    it('keeps streams, commands and logs of two desks apart', async () => {
      const { otherDeskId } = subject;
      const envelope = by(deskId);
      await send(envelope, to('shared', 'absent', 'A'));
      expect(await store.load(otherDeskId, 'gauge', 'shared')).toEqual({ version: 0, events: [] });
      expect(await store.load(otherDeskId, 'gauge', 'shared', asked(envelope))).not.toHaveProperty('receipt');
      const there = { ...envelope, deskId: otherDeskId };
      expect(await store.append(there, OTHER_PRINT, [to('shared', 'absent', 'B')])).toEqual({
        id: 'shared',
        version: 1,
      });
      expect(await typesOf('shared')).toEqual(['A']);
      const [other] = await store.loadMany(otherDeskId, [{ category: 'gauge', id: 'shared' }]);
      expect(other?.events.map(({ type }) => type)).toEqual(['B']);
      const itsLog = await log(10, undefined, otherDeskId);
      expect(itsLog.map(({ deskId: desk, logIndex, type }) => [desk, logIndex, type])).toEqual([[otherDeskId, 0, 'B']]);
    });
  });
};

export const PRINT = '00'.repeat(32);
export const OTHER_PRINT = 'ff'.repeat(32);

let commands = 0;

export const by = (deskId: number): Envelope => {
  commands += 1;
  const id = `0199a000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return {
    deskId,
    commandId: id,
    correlationId: id,
    actor: { kind: 'member', id: 'ana', roles: ['editor'], capacity: 'editor' },
    at: '2026-11-22T10:00:00.123Z',
  };
};

export const to = (id: string, expected: Expected, ...types: string[]): Write => ({
  category: 'gauge',
  id,
  expected,
  events: types.map((type) => ({ type, data: { of: id }, schemaVersion: 1 })),
});

const erasureOf = (stream: string): Write => to(stream, 'any', 'NoteErased');

export const asked = ({ commandId }: Envelope) => ({ commandId, fingerprint: PRINT });

export const at = (id: string, version: number) => ({ category: 'gauge', id, version });
