import type { Envelope, Receipt } from '#kernel';
import { CommandIdReused, VersionConflict } from '#platform/event-store';
import type { EventStore, Settled, Write } from '#platform/event-store';
import { OTHER_PRINT, PRINT, asked, at, by, to } from './event-store.contract.js';
import type { Subject } from './event-store.contract.js';

/** What the store promises of many commands that come together. */
export const keepsEachPromise = (open: () => Promise<Subject>): void => {
  let subject: Subject;
  let store: EventStore;
  let deskId: number;

  beforeAll(async () => {
    subject = await open();
    ({ store, deskId } = subject);
  });

  afterAll(() => subject.close());

  const send = (envelope: Envelope, write: Write): Promise<Receipt> => store.append(envelope, PRINT, [write]);

  const made = async (stream: string, type: string): Promise<void> => {
    await send(by(deskId), to(stream, 'any', type));
  };

  const typesOf = async (stream: string): Promise<readonly string[]> =>
    (await store.load(deskId, 'gauge', stream)).events.map(({ type }) => type);

  describe('many commands at once', () => {
    const each = (envelope: Envelope, write: Write, fingerprint = PRINT) => ({ envelope, fingerprint, write });
    const said = (settled: readonly Settled<Receipt>[]) =>
      settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.constructor));

    it('are stored each by itself: what is refused stops no other', async () => {
      await made('each-2', 'A');
      const known = by(deskId);
      await send(known, to('each-3', 'absent', 'A', 'B'));
      const receipts = await store.appendEach([
        each(by(deskId), to('each-4', 'absent', 'A', 'B')),
        each(by(deskId), to('each-2', 'absent', 'A')),
        each(known, to('each-3', 'absent', 'A', 'B')),
        each(by(deskId), to('each-1', 'any', 'A')),
        each(known, to('each-5', 'absent', 'A'), OTHER_PRINT),
      ]);
      expect(said(receipts)).toEqual([
        { id: 'each-4', version: 2 },
        VersionConflict,
        { id: 'each-3', version: 2, replayed: true },
        { id: 'each-1', version: 1 },
        CommandIdReused,
      ]);
      expect(await typesOf('each-4')).toEqual(['A', 'B']);
      expect(await typesOf('each-5')).toEqual([]);
    });

    it('fail each by itself, where one has something that cannot be kept', async () => {
      const unkept = { ...to('each-6', 'any', 'A'), events: [{ type: 'A', data: {}, schemaVersion: 0 }] };
      const receipts = await store.appendEach([each(by(deskId), unkept), each(by(deskId), to('each-7', 'any', 'A'))]);
      expect(receipts[1]).toMatchObject({ status: 'fulfilled', value: { id: 'each-7', version: 1 } });
      expect(await typesOf('each-7')).toEqual(['A']);
    });

    it('are loaded each with its receipt', async () => {
      const [first, second, third] = [by(deskId), by(deskId), by(deskId)];
      await send(first, to('each-8', 'absent', 'A'));
      await made('each-8', 'B');
      await store.noteNoop(deskId, asked(third), at('each-9', 0));
      const loads = await store.loadEach([
        { deskId, at: at('each-8', 0), request: asked(first) },
        { deskId, at: at('each-8', 0), request: asked(second) },
        { deskId, at: at('each-9', 0), request: asked(third) },
        { deskId, at: at('each-9', 0), request: { ...asked(first), fingerprint: OTHER_PRINT } },
      ]);
      expect(
        loads.map((load) => (load.status === 'fulfilled' ? [load.value.version, load.value.receipt] : load)),
      ).toEqual([
        [2, { id: 'each-8', version: 1, replayed: true }],
        [2, undefined],
        [0, { id: 'each-9', version: 0, replayed: true }],
        { status: 'rejected', reason: expect.any(CommandIdReused) as unknown },
      ]);
    });

    it('are noted each by itself where they had nothing to do', async () => {
      const [known, fresh] = [by(deskId), by(deskId)];
      await send(known, to('each-10', 'absent', 'A'));
      const idle = { deskId, at: at('each-10', 0), version: 1 };
      const receipts = await store.noteEach([
        { ...idle, request: asked(fresh) },
        { ...idle, request: asked(known) },
        { ...idle, request: { ...asked(known), fingerprint: OTHER_PRINT } },
      ]);
      expect(said(receipts)).toEqual([
        { id: 'each-10', version: 1 },
        { id: 'each-10', version: 1, replayed: true },
        CommandIdReused,
      ]);
      expect(await Promise.all([store.appendEach([]), store.loadEach([]), store.noteEach([])])).toEqual([[], [], []]);
    });
  });
};
