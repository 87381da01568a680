import type { ClientBase } from 'pg';

const OLDEST = 140_000;

/** Whether the server can keep Docket's tables at all. */
export const serverFlaw = async (client: ClientBase): Promise<string | undefined> => {
  const { rows } = await client.query<{ readonly number: number; readonly version: string; readonly encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (server === undefined) return 'The server does not say what it is. Set DATABASE_URL to a PostgreSQL server.';
  if (server.number < OLDEST)
    return `The server is PostgreSQL ${server.version}, and Docket needs 14 or newer. Upgrade it, or set DATABASE_URL to another.`;
  if (server.encoding !== 'UTF8')
    return `The database is encoded as ${server.encoding}, which cannot hold every text. Create it again with ENCODING 'UTF8'.`;
  return undefined;
};

/** What was acknowledged must survive a crash. Only throw-away servers of tests may be faster. */
export const durabilityFlaw = async (client: ClientBase): Promise<string | undefined> => {
  if (process.env['DOCKET_TEST_DURABILITY'] === 'off') return undefined;
  const { rows } = await client.query<{ readonly name: string }>(
    `SELECT name FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS name
      WHERE current_setting(name) = 'off'`,
  );
  if (rows.length === 0) return undefined;
  const names = rows.map(({ name }) => name).join(', ');
  return `The server runs with ${names} off, and would lose what was acknowledged. Turn it on in postgresql.conf.`;
};

/** A process must not be able to do more than its kind may: row security and grants would mean nothing. */
export const loginFlaw = async (client: ClientBase, kind: 'api' | 'worker'): Promise<string | undefined> => {
  const { rows } = await client.query<{
    readonly login: string;
    readonly is_super: boolean;
    readonly passes: boolean;
    readonly owns: boolean;
    readonly belongs: boolean;
  }>(
    `SELECT rolname AS login, rolsuper AS is_super, rolbypassrls AS passes, pg_has_role(oid, 'docket_owner', 'MEMBER') AS owns,
            pg_has_role(oid, $1, 'USAGE') AS belongs FROM pg_roles WHERE rolname = current_user`,
    [`docket_${kind}`],
  );
  const [found] = rows;
  if (found === undefined) return `The login of the ${kind} is not a role of this server.`;
  const { login, is_super: isSuper, passes, owns, belongs } = found;
  const remedy = `Set DATABASE_URL_${kind.toUpperCase()} to a login that is a member of docket_${kind} alone.`;
  if (isSuper) return `The ${kind} would connect as ${login}, a superuser, whom no rule holds. ${remedy}`;
  if (passes) return `The ${kind} would connect as ${login}, which has BYPASSRLS and would see every desk. ${remedy}`;
  if (owns)
    return `The ${kind} would connect as ${login}, a member of docket_owner, who may change anything. ${remedy}`;
  if (!belongs) return `The ${kind} would connect as ${login}, which is not a member of docket_${kind}. ${remedy}`;
  return undefined;
};

/** Whether what keeps history from being changed, and the log in order, is still in force. */
export const guardFlaw = async (client: ClientBase): Promise<string | undefined> => {
  const { rows } = await client.query<{ readonly missing: string }>(MISSING_TRIGGERS);
  if (rows.length > 0) {
    const names = rows.map(({ missing }) => missing).join(', ');
    return `Triggers that keep history are missing or disabled (${names}). Find out who did it, and restore them.`;
  }
  const { rows: sequences } = await client.query<{ readonly cache: string }>(
    `SELECT seqcache AS cache FROM pg_sequence WHERE seqrelid = to_regclass('event_store.append_position')`,
  );
  if (sequences[0]?.cache === '1') return undefined;
  return `The sequence event_store.append_position has a cache, and the log would lose its order. ALTER SEQUENCE … CACHE 1.`;
};

const MISSING_TRIGGERS = `
WITH guarded (name, guard) AS (
  VALUES ('event', 'only_erasure'), ('event', 'no_delete'), ('log_head', 'rehearsal_is_fixed'), ('log_head', 'no_delete'),
         ('log_entry', 'no_change'), ('tile', 'no_change'), ('checkpoint', 'no_change'), ('cosignature', 'no_change'), ('anchor', 'no_change')
  UNION ALL SELECT name, 'no_truncate'
              FROM unnest(ARRAY['event', 'noop', 'pending', 'log_entry', 'log_head', 'tile', 'tree_edge', 'checkpoint', 'cosignature', 'anchor']) AS name),
wanted AS (
  SELECT to_regclass('event_store.' || name)::oid AS relation, name, guard FROM guarded
  UNION ALL SELECT part.oid, part.relname, guard FROM pg_inherits
              JOIN pg_class part ON part.oid = inhrelid, unnest(ARRAY['no_change', 'no_truncate']) AS guard
             WHERE inhparent = to_regclass('event_store.log_entry'))
SELECT name || '.' || guard AS missing FROM wanted
 WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = relation AND tgname = guard AND tgenabled IN ('O', 'A'))
 ORDER BY missing`;
