import { Client } from 'pg';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk, sequence } from '../support/event-store.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

describe('the log, whoever commits when', () => {
  let database: TestDatabase;
  let deskId: number;
  let clients: readonly Client[];

  beforeEach(async () => {
    database = await freshDatabase();
    deskId = await openDesk(database);
    clients = Array.from({ length: 4 }, () => new Client(database.urls.worker));
    for (const client of clients) await client.connect();
  });

  afterEach(async () => {
    for (const client of clients) await client.end();
    await database.drop();
  });

  const client = (place: number): Client => clients[place] as Client;

  const append = (writer: Client, stream: string, expected = 0) =>
    writer.query(
      `SELECT event_store.append_one($1, $2, $3, 'Happened', 1, gen_random_uuid(), '\\x00', gen_random_uuid(), NULL, 'ana', 'editor',
              now(), '{}', '{}', sha256(''), sha256(''))`,
      [deskId, stream, expected],
    );

  const streamsInLog = async (): Promise<readonly string[]> => {
    const { rows } = await client(0).query<{ readonly stream: string }>(
      `SELECT stream_id || '@' || version AS stream FROM event_store.read_log($1, 0, 1000) ORDER BY log_index`,
      [deskId],
    );
    return rows.map(({ stream }) => stream);
  };

  const countOf = async (rest: string): Promise<number> => {
    const { rows } = await client(0).query<{ readonly count: string }>(`SELECT count(*) FROM ${rest}`);
    return Number(rows[0]?.count);
  };

  const missing = () => countOf(`event_store.unsequenced(${deskId})`);

  it('finds an event that was committed late below its floor', async () => {
    const [sequencer, b, c, d] = [client(0), client(1), client(2), client(3)];
    await c.query('BEGIN');
    await c.query('SELECT pg_current_xact_id()');
    await b.query('BEGIN');
    await append(b, 'check-b');
    await append(c, 'check-c');
    await c.query('COMMIT');
    await sequence(sequencer, deskId);
    await append(d, 'check-d');
    await sequence(sequencer, deskId);
    await append(d, 'check-d', 1);
    await sequence(sequencer, deskId);
    await b.query('COMMIT');
    await append(d, 'check-d', 2);
    await sequence(sequencer, deskId);
    expect(await streamsInLog()).toEqual(['check-c@1', 'check-d@1', 'check-d@2', 'check-b@1', 'check-d@3']);
    expect([await missing(), await countOf('event_store.pending')]).toEqual([0, 0]);
  });

  it('raises its floor once nobody can commit below it', async () => {
    let version = 0;
    await until(async () => {
      await append(client(1), 'check-a', version);
      version += 1;
      await sequence(client(0), deskId);
      return (await countOf('event_store.log_head WHERE floor_pos > 0')) === 1;
    });
    expect(await streamsInLog()).toHaveLength(version);
    expect(await missing()).toBe(0);
  });

  it('keeps what no sequencer has seen, until one comes', async () => {
    await append(client(1), 'check-a');
    await append(client(1), 'check-a', 1);
    expect([await countOf('event_store.pending'), await countOf('event_store.log_entry'), await missing()]).toEqual([
      2, 0, 0,
    ]);
    await sequence(client(0), deskId);
    expect([await countOf('event_store.pending'), await countOf('event_store.log_entry'), await missing()]).toEqual([
      0, 2, 0,
    ]);
  });

  it('is written by one at a time', async () => {
    await append(client(1), 'check-a');
    await client(2).query('BEGIN');
    await client(2).query('SELECT FROM event_store.sequence($1)', [deskId]);
    const { rows } = await client(0).query('SELECT moved FROM event_store.sequence($1)', [deskId]);
    expect(rows).toEqual([{ moved: null }]);
    await client(2).query('ROLLBACK');
    await sequence(client(0), deskId);
    expect(await streamsInLog()).toEqual(['check-a@1']);
  });

  it('does not wait for an open transaction on another stream', async () => {
    await client(1).query('BEGIN');
    await append(client(1), 'check-slow');
    await append(client(2), 'check-fast');
    await sequence(client(0), deskId);
    expect(await streamsInLog()).toEqual(['check-fast@1']);
    await client(1).query('COMMIT');
    await sequence(client(0), deskId);
    expect(await streamsInLog()).toEqual(['check-fast@1', 'check-slow@1']);
  });
});
