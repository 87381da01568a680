import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { AnyStream, Envelope } from '#kernel';
import { createPool } from '#platform/database';
import { EventCatalogue, LogHole, PostgresEventStore } from '#platform/event-store';
import type { Write } from '#platform/event-store';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk, sequence } from '../support/event-store.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const gauge: AnyStream = {
  decider: { category: 'gauge' },
  upcasters: { Measured: [(inches: number) => ({ millimetres: inches * 25.4 })] },
};

describe('the event store on PostgreSQL', () => {
  let database: TestDatabase;
  let deskId: number;
  let pool: Pool;
  let store: PostgresEventStore;
  let told: number[];

  beforeAll(async () => {
    database = await freshDatabase();
    deskId = await openDesk(database);
  });

  beforeEach(() => {
    const catalogue = new EventCatalogue();
    catalogue.add([gauge]);
    told = [];
    pool = createPool(database.urls.api, { max: 2, application: 'docket-test' });
    store = new PostgresEventStore({ appends: pool, reads: pool }, catalogue, (desk) => told.push(desk));
  });

  afterEach(() => pool.end());

  afterAll(() => database.drop());

  const asAdmin = <Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    connected(database.adminUrl, async (client) => (await client.query(sql, [...values])).rows as Row[]);

  it.each([
    ['loads', () => store.load(deskId, 'gauge', 'g1', { commandId: nextId(), fingerprint: '00' })],
    ['loads many', () => store.loadMany(deskId, [ref('g1'), ref('g2'), ref('g3')])],
    ['appends', () => store.append(by(deskId), '00', [to('g1')])],
    ['appends to several streams', () => store.append(by(deskId), '00', [to('g2'), to('g3')])],
    [
      'notes that nothing was to do',
      () => store.noteNoop(deskId, { commandId: nextId(), fingerprint: '00' }, { ...ref('g1'), version: 0 }),
    ],
    ['erases', () => store.erase(by(deskId), '00', erasureOf('g1'), [1])],
    ['reads the log', () => store.readLog(deskId, 0, 10)],
  ])('%s with one statement', async (_, call) => {
    const query = jest.spyOn(pool, 'query');
    await call();
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('tells that something was appended', async () => {
    await store.append(by(deskId), '00', [to('told')]);
    expect(told).toEqual([deskId]);
  });

  it('keeps canonical bytes, under a salt of their own, committed to', async () => {
    const data = { z: 1, a: ['é', 1e-7], nothing: undefined };
    await store.append(by(deskId), 'ab'.repeat(32), [
      { ...to('bytes'), events: [event('Noted', data), event('Noted', data)] },
    ]);
    type Row = {
      readonly data: string;
      readonly salt: Buffer;
      readonly commitment: Buffer;
      readonly fingerprint: Buffer | null;
    };
    const rows = await asAdmin<Row>(
      `SELECT data, salt, commitment, fingerprint FROM event_store.event WHERE stream_id = 'gauge-bytes' ORDER BY version`,
    );
    for (const row of rows) {
      expect(row.data).toBe('{"a":["é",1e-7],"z":1}');
      expect(row.commitment).toEqual(createHash('sha256').update(row.salt).update(row.data).digest());
    }
    expect(rows[0]?.salt).not.toEqual(rows[1]?.salt);
    expect(rows.map(({ fingerprint }) => fingerprint?.toString('hex'))).toEqual(['ab'.repeat(32), undefined]);
  });

  it('reads what was erased as absent, and knows its command by the id alone', async () => {
    const envelope = by(deskId);
    const erasing = by(deskId);
    const measured = { ...to('erased'), events: [event('Measured', 2)] };
    await store.append(envelope, '00'.repeat(32), [measured]);
    await store.erase(erasing, '00'.repeat(32), erasureOf('erased'), [1]);
    const request = { commandId: envelope.commandId, fingerprint: 'ff'.repeat(32) };
    const { events, receipt } = await store.load(deskId, 'gauge', 'erased', request);
    expect(events.map(({ data }) => data)).toEqual([null, { erased: [1] }]);
    expect(receipt).toEqual({ id: 'erased', version: 1, replayed: true });
    const columns = await asAdmin(
      `SELECT data, salt, fingerprint, commitment IS NOT NULL AS committed FROM event_store.event
        WHERE stream_id = 'gauge-erased' AND version = 1`,
    );
    expect(columns).toEqual([{ data: null, salt: null, fingerprint: null, committed: true }]);
  });

  it('stamps what happens at a rehearsal by the time of its command', async () => {
    const rehearsal = await openDesk(database, 'rehearsal-store', true);
    await store.append(by(rehearsal, '2019-05-01T08:00:00.000Z'), '00', [to('g1')]);
    await store.append(by(rehearsal, '2019-04-01T08:00:00.000Z'), '00', [to('g1')]);
    const { events } = await store.load(rehearsal, 'gauge', 'g1');
    expect(events.map(({ at, recordedAt }) => [at, recordedAt])).toEqual([
      ['2019-05-01T08:00:00.000Z', '2019-05-01T08:00:00.000Z'],
      ['2019-04-01T08:00:00.000Z', '2019-05-01T08:00:00.000Z'],
    ]);
  });

  it('sends again what was cut off, and stores it once', async () => {
    const envelope = by(deskId);
    await connected(database.adminUrl, async (rival) => {
      await rival.query('BEGIN');
      await rival.query('LOCK TABLE event_store.event IN SHARE MODE');
      const sent = store.append(envelope, '00', [to('cut')]);
      const blocked = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      const pid = await until(async () => (await asAdmin<{ readonly pid: number }>(blocked))[0]?.pid);
      await rival.query('SELECT pg_terminate_backend($1)', [pid]);
      await rival.query('COMMIT');
      expect(await sent).toMatchObject({ id: 'cut', version: 1 });
    });
    expect((await store.load(deskId, 'gauge', 'cut')).version).toBe(1);
    expect(await store.append(envelope, '00', [to('cut')])).toMatchObject({ version: 1, replayed: true });
  });

  it('takes nothing for a desk that was never opened', async () => {
    await expect(store.append(by(77), '00', [to('g1')])).rejects.toMatchObject({ code: 'DK007' });
  });

  it.each([
    ['an entry is missing', 'DELETE FROM event_store.log_entry WHERE log_index = 1'],
    ['an entry has no event', `UPDATE event_store.log_entry SET part = 9 WHERE log_index = 1`],
  ])('does not read past a place where %s', async (_, tampering) => {
    const desk = await openDesk(database, tampering.slice(0, 6).toLowerCase());
    await store.append(by(desk), '00', [{ ...to('g1'), events: [event('A', 1), event('B', 2), event('C', 3)] }]);
    await sequence(pool, desk);
    expect((await store.readLog(desk, 0, 10)).next).toBe(3);
    await asAdmin(`SET session_replication_role = replica; ${tampering} AND desk_id = ${desk}`);
    await expect(store.readLog(desk, 0, 10)).rejects.toThrow(LogHole);
  });
});

let ids = 0;

const nextId = (): string => {
  ids += 1;
  return `0199a000-0000-7000-8000-${String(ids).padStart(12, '0')}`;
};

const by = (deskId: number, at = '2026-11-22T10:00:00.123Z'): Envelope => {
  const commandId = nextId();
  const actor = { kind: 'member', id: 'ana', roles: ['editor'], capacity: 'editor' } as const;
  return { deskId, commandId, correlationId: commandId, actor, at };
};

const ref = (id: string) => ({ category: 'gauge', id });

const event = (type: string, data: unknown) => ({ type, data, schemaVersion: 1 });

const to = (id: string): Write => ({ ...ref(id), expected: 'any', events: [event('A', { of: id })] });

const erasureOf = (id: string): Write => ({ ...to(id), events: [event('MeasureErased', { erased: [1] })] });
