import { Client } from 'pg';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';

jest.setTimeout(60_000);

const DENIED = '42501';
const APPEND_ONLY = 'DK006';
const OTHER_DESK = 'DK007';
const APPEND = 'SELECT event_store.append($1, $2)';
const HISTORY = [
  'event',
  'noop',
  'pending',
  'log_entry',
  'log_head',
  'tile',
  'tree_edge',
  'checkpoint',
  'cosignature',
  'anchor',
];

const changesTo = (table: string) => [
  `INSERT INTO event_store.${table} SELECT * FROM event_store.${table}`,
  `UPDATE event_store.${table} SET desk_id = desk_id`,
  `DELETE FROM event_store.${table}`,
  `TRUNCATE event_store.${table} CASCADE`,
];

describe('the roles of the database', () => {
  let database: TestDatabase;
  let deskId: number;
  let otherDeskId: number;
  let api: Client;
  let worker: Client;
  let owner: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    deskId = await openDesk(database);
    otherDeskId = await openDesk(database, 'other');
    api = new Client(database.urls.api);
    worker = new Client(database.urls.worker);
    owner = new Client(database.urls.owner);
    for (const client of [api, worker, owner]) await client.connect();
    for (const desk of [deskId, otherDeskId]) await worker.query(APPEND, [desk, requestTo('check-c4')]);
    await worker.query('SELECT event_store.sequence($1)', [deskId]);
  });

  afterAll(async () => {
    for (const client of [api, worker, owner]) await client.end();
    await database.drop();
  });

  const atDesk = async <Row>(desk: number, sql: string): Promise<readonly Row[]> => {
    await api.query('BEGIN');
    await api.query(`SELECT set_config('docket.desk', $1, true)`, [String(desk)]);
    const { rows } = await api.query(sql);
    await api.query('COMMIT');
    return rows as readonly Row[];
  };

  describe.each(['api', 'worker'] as const)('the %s', (role) => {
    const client = () => ({ api, worker })[role];

    it.each(HISTORY.flatMap(changesTo))('may not %s', async (sql) => {
      expect(await refusalOf(client(), sql)).toBe(DENIED);
    });

    it.each([
      'DROP TABLE event_store.event',
      'ALTER TABLE event_store.event DISABLE TRIGGER ALL',
      'DROP FUNCTION event_store.wrong_desk()',
      'CREATE TABLE event_store.mine ()',
      'CREATE TABLE operational.mine ()',
      `SELECT setval('event_store.append_position', 1)`,
      `SELECT nextval('event_store.append_position')`,
      'SET ROLE docket_owner',
      'SET session_replication_role = replica',
      `INSERT INTO operational.desk (key, name) VALUES ('mine', 'mine')`,
      'UPDATE operational.desk SET name = key',
      'DELETE FROM operational.desk',
      'SELECT * FROM operational.api_token',
      `SELECT operational.issue_token('t', 1, gen_random_uuid(), sha256(''), now())`,
      `UPDATE operational.secret SET value = ''`,
      'UPDATE operational.file SET bytes = 1',
      'DELETE FROM operational.file',
      'DELETE FROM operational.migration',
    ])('may not %s', async (sql) => {
      expect(await refusalOf(client(), sql)).toBe(DENIED);
    });
  });

  it.each([
    'UPDATE event_store.subscription SET position = 0',
    'DELETE FROM event_store.projection_build',
    `SELECT event_store.open_desk(9)`,
    'SELECT event_store.ensure_log_partitions(0)',
    `SELECT event_store.take_lease(1, 'a', 0, 'me', '1 s')`,
    `SELECT event_store.advance(1, 'a', 0, 1, 0, 1, '1 s')`,
    'SELECT * FROM bullmq.job',
    'CREATE TABLE bullmq.mine ()',
    'CREATE SCHEMA rm_mine',
    'CREATE VIEW read.mine AS SELECT 1',
    'SET ROLE docket_worker',
  ])('the api may not %s', async (sql) => {
    expect(await refusalOf(api, sql)).toBe(DENIED);
  });

  it.each([
    'SELECT * FROM operational.secret',
    `SELECT * FROM operational.caller_of_token(sha256(''))`,
    'DELETE FROM bullmq.migration',
    'SET ROLE docket_api',
  ])('the worker may not %s', async (sql) => {
    expect(await refusalOf(worker, sql)).toBe(DENIED);
  });

  it.each([
    [`UPDATE event_store.event SET actor = 'eve'`, APPEND_ONLY],
    [`UPDATE event_store.event SET data = '{}', salt = sha256('')`, APPEND_ONLY],
    ['DELETE FROM event_store.event', APPEND_ONLY],
    ['TRUNCATE event_store.event', APPEND_ONLY],
    ['UPDATE event_store.log_entry SET part = 7', APPEND_ONLY],
    ['DELETE FROM event_store.log_entry', APPEND_ONLY],
    ['TRUNCATE event_store.log_entry', APPEND_ONLY],
    ['TRUNCATE event_store.log_entry_00000', APPEND_ONLY],
    ['UPDATE event_store.log_head SET rehearsal = true', APPEND_ONLY],
    ['DELETE FROM event_store.log_head', APPEND_ONLY],
    ['TRUNCATE event_store.noop', APPEND_ONLY],
  ])('even the owner may not %s', async (sql, state) => {
    expect(await refusalOf(owner, sql)).toBe(state);
  });

  it('no login is a superuser, passes row security or owns anything', async () => {
    const { rows } = await owner.query(
      `SELECT rolname FROM pg_roles WHERE rolname ~ '^docket_(migrator|api|worker)' AND (rolsuper OR rolbypassrls)
       UNION ALL SELECT c.relname FROM pg_class c WHERE c.relowner IN (SELECT oid FROM pg_roles WHERE rolcanlogin)
                   AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('event_store', 'operational', 'bullmq', 'read'))
       UNION ALL SELECT p.proname FROM pg_proc p WHERE p.proowner IN (SELECT oid FROM pg_roles WHERE rolcanlogin)
                   AND p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('event_store', 'operational', 'bullmq', 'read'))
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspname IN ('event_store', 'operational', 'bullmq', 'read')
                   AND nspowner IN (SELECT oid FROM pg_roles WHERE rolcanlogin)`,
    );
    expect(rows).toEqual([]);
  });

  it('every function that runs as the owner has a fixed search_path and is closed to others', async () => {
    const { rows } = await owner.query(
      `SELECT proname FROM pg_proc WHERE pronamespace IN ('event_store'::regnamespace, 'operational'::regnamespace)
          AND (prosecdef AND NOT coalesce(array_to_string(proconfig, ';') LIKE 'search_path=%pg_temp%', false)
               OR has_function_privilege('public', oid, 'EXECUTE') AND prorettype <> 'trigger'::regtype)`,
    );
    expect(rows).toEqual([]);
  });

  describe('row security', () => {
    it('guards every table of desks that the api may read', async () => {
      const { rows } = await owner.query(
        `SELECT c.oid::regclass::text AS unguarded FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'desk_id'
          WHERE c.relkind IN ('r', 'p') AND NOT a.attisdropped AND has_any_column_privilege('docket_api', c.oid, 'SELECT')
            AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
              SELECT FROM pg_policies p WHERE (p.schemaname, p.tablename) = (c.relnamespace::regnamespace::text, c.relname)
                 AND 'docket_api' = ANY (p.roles) AND p.qual LIKE '%docket.desk%'))`,
      );
      expect(rows).toEqual([]);
    });

    it('stands as a condition in every view of schema read', async () => {
      await worker.query('CREATE VIEW read.open_to_all AS SELECT * FROM event_store.log_head');
      const open = await viewsWithoutDesk(owner);
      await worker.query('DROP VIEW read.open_to_all');
      expect([open, await viewsWithoutDesk(owner)]).toEqual([['open_to_all'], []]);
    });

    it.each(['event_store.event', 'event_store.log_head', 'operational.desk'])(
      'shows the api no row of %s outside a unit of work, and those of one desk inside',
      async (table) => {
        const desks = `SELECT DISTINCT desk_id FROM ${table} ORDER BY desk_id`;
        expect((await api.query(desks)).rows).toEqual([]);
        expect(await atDesk(deskId, desks)).toEqual([{ desk_id: deskId }]);
        expect(await atDesk(otherDeskId, desks)).toEqual([{ desk_id: otherDeskId }]);
        expect((await api.query(desks)).rows).toEqual([]);
        expect((await worker.query(desks)).rows).toEqual([{ desk_id: deskId }, { desk_id: otherDeskId }]);
      },
    );

    it('lets the api write rows of its desk alone', async () => {
      await atDesk(deskId, insertFile(deskId));
      await expect(atDesk(deskId, insertFile(otherDeskId))).rejects.toMatchObject({ code: DENIED });
      await api.query('ROLLBACK');
      await expect(api.query(insertFile(otherDeskId))).rejects.toMatchObject({ code: DENIED });
      expect(await atDesk(otherDeskId, 'SELECT * FROM operational.file')).toEqual([]);
    });

    it.each([
      [APPEND, () => requestTo('check-c5')],
      [`SELECT * FROM event_store.read_stream($1, $2)`, () => 'check-c4'],
      [`SELECT * FROM event_store.load_stream($1, $2, gen_random_uuid(), '')`, () => 'check-c4'],
      [`SELECT * FROM event_store.read_streams($1, ARRAY[$2])`, () => 'check-c4'],
      [`SELECT * FROM event_store.read_log($1, 0, 10, ARRAY[$2])`, () => 'Happened'],
      [`SELECT event_store.erase($1, $2, ARRAY[1], gen_random_uuid())`, () => 'check-c4'],
      [`SELECT event_store.note_noop($1, gen_random_uuid(), '\\x00', $2, 1)`, () => 'check-c4'],
    ])('inside a unit of work, another desk is refused to %s', async (sql, value) => {
      await api.query('BEGIN');
      await api.query(`SELECT set_config('docket.desk', $1, true)`, [String(deskId)]);
      const refused = api.query(sql, [otherDeskId, value()]);
      await expect(refused).rejects.toMatchObject({ code: OTHER_DESK });
      await api.query('ROLLBACK');
    });
  });
});

const requestTo = (stream: string): string =>
  JSON.stringify([
    {
      commandId: crypto.randomUUID(),
      fingerprint: '00',
      stream,
      expected: 0,
      actor: 'ana',
      capacity: 'editor',
      correlationId: crypto.randomUUID(),
      occurredAt: '2026-11-22T10:00:00.000Z',
      meta: '{}',
      events: [{ type: 'Happened', schema: 1, data: '{}', salt: '00'.repeat(32), commitment: '00'.repeat(32) }],
    },
  ]);

const viewsWithoutDesk = async (owner: Client): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ readonly viewname: string }>(
    `SELECT viewname FROM pg_views WHERE schemaname = 'read'
        AND definition NOT LIKE '%desk_id = (NULLIF(current_setting(''docket.desk''::text, true), ''''::text))::integer%'`,
  );
  return rows.map(({ viewname }) => viewname);
};

const insertFile = (desk: number) =>
  `INSERT INTO operational.file (desk_id, sha256, bytes, media_type, uploaded_by)
   VALUES (${desk}, repeat('0', 64), 1, 'text/plain', gen_random_uuid())`;

/** Its SQLSTATE, if it is refused; nothing that it did stays. */
const refusalOf = async (client: Client, sql: string): Promise<string | undefined> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    return undefined;
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await client.query('ROLLBACK');
  }
};
