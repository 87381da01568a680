/** Who may do what, the wall between desks, and an owner as whom nobody logs in. */
export const ROLES = `
-- owner owns everything and nobody logs in as it. api: commands and reads of one desk. worker: sequencing, subscriptions, projections, jobs.
-- tlog: tiles and checkpoints, for the process that holds the signing key. auditor: reads. Logins are members of one of them.
DO $$ DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['docket_owner', 'docket_api', 'docket_worker', 'docket_tlog', 'docket_auditor'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', r); END IF;
  END LOOP;
  -- A migration login with CREATEROLE hands its objects over, and may act as each kind of process. One that was prepared does already.
  IF NOT (pg_has_role('docket_owner', 'USAGE') AND pg_has_role('docket_worker', 'USAGE')) THEN
    GRANT docket_owner, docket_worker, docket_api TO CURRENT_USER;
  END IF;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;
GRANT USAGE ON SCHEMA event_store TO docket_api, docket_worker, docket_tlog, docket_auditor;
GRANT SELECT ON event, log_entry, log_head, noop, pending, subscription, parked, projection_build, snapshot,
                tile, tree_edge, checkpoint, cosignature, anchor TO docket_api, docket_worker, docket_tlog, docket_auditor;
GRANT EXECUTE ON FUNCTION append_one, append_exact, append, note_noop, read_stream, sequence, read_log, shard_of, erase TO docket_api, docket_worker;
GRANT EXECUTE ON FUNCTION read_stream, read_log, unsequenced TO docket_tlog, docket_auditor;
GRANT EXECUTE ON FUNCTION take_lease, advance, unsequenced, ensure_log_partitions, open_desk, prune_noops TO docket_worker;
GRANT INSERT, UPDATE, DELETE ON subscription, parked, projection_build, snapshot TO docket_worker;
GRANT INSERT ON tile, checkpoint, cosignature, anchor TO docket_tlog;
GRANT INSERT, UPDATE ON tree_edge TO docket_tlog;

-- A second wall between desks: for the api role, rows of another desk do not exist. The unit of work binds each transaction: set_config('docket.desk', '7', true).
DO $$ DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'noop', 'pending', 'log_entry', 'log_head', 'subscription', 'parked', 'snapshot', 'tile', 'tree_edge', 'checkpoint', 'cosignature', 'anchor'] LOOP
    EXECUTE format('ALTER TABLE event_store.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY own_desk ON event_store.%I FOR SELECT TO docket_api USING (desk_id = nullif(current_setting('docket.desk', true), '')::int)$p$, t);
    EXECUTE format('CREATE POLICY all_desks ON event_store.%I TO docket_owner, docket_worker, docket_tlog, docket_auditor USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Ownership goes to the role nobody logs in as; SECURITY DEFINER functions then run as it.
ALTER SCHEMA event_store OWNER TO docket_owner;
DO $$ DECLARE c text;
BEGIN
  FOR c IN SELECT format('ALTER %s event_store.%I OWNER TO docket_owner', CASE k.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, k.relname)
             FROM pg_class k WHERE k.relnamespace = 'event_store'::regnamespace AND k.relkind IN ('r', 'p', 'S')
           UNION ALL SELECT format('ALTER FUNCTION %s OWNER TO docket_owner', p.oid::regprocedure) FROM pg_proc p WHERE p.pronamespace = 'event_store'::regnamespace LOOP
    EXECUTE c;
  END LOOP;
END $$;

-- Read models: builds are schemas of the worker, the api sees them through the views of schema read.
CREATE SCHEMA read AUTHORIZATION docket_worker;
GRANT USAGE ON SCHEMA read TO docket_api, docket_auditor;
ALTER DEFAULT PRIVILEGES FOR ROLE docket_worker IN SCHEMA read GRANT SELECT ON TABLES TO docket_api, docket_auditor;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO docket_worker', current_database()); END $$;
`;
