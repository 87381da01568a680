/**
 * Tables of operation: desks, tokens, files, secrets. Rows of another desk do not exist for the API; desks and tokens are
 * made by operators alone, and a token is only looked up by its hash. Two functions ask before a desk is known.
 */
export const OPERATIONAL = `
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO docket_owner', current_database()); END $$;
SET LOCAL ROLE docket_owner;
SET LOCAL search_path = operational;

-- completed_at: the installer has done everything, and does not go on with a desk that it finds half made.
CREATE TABLE desk (
  desk_id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL UNIQUE COLLATE "C" CHECK (key ~ '^[a-z0-9][a-z0-9:._-]{0,79}$'),
  name text NOT NULL,
  url text, corrections text, method text,               -- of its publications: who publishes, how it corrects, how it works
  rehearsal boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);

CREATE TABLE api_token (
  token_id text PRIMARY KEY COLLATE "C",
  desk_id int NOT NULL REFERENCES desk,
  member_id uuid NOT NULL,
  hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz
);

-- Which files this desk was given. Their content is kept once, whatever the desk.
CREATE TABLE file (
  desk_id int NOT NULL REFERENCES desk,
  sha256 text NOT NULL COLLATE "C" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  media_type text NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk_id, sha256)
);

CREATE TABLE secret (name text PRIMARY KEY COLLATE "C", value bytea NOT NULL);
INSERT INTO secret VALUES ('cursor', sha256(convert_to(concat(gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8')));

DO $$ DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['desk', 'api_token', 'file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY own_desk ON %I TO docket_api USING (desk_id = nullif(current_setting('docket.desk', true), '')::int)
                      WITH CHECK (desk_id = nullif(current_setting('docket.desk', true), '')::int)$p$, t);
    EXECUTE format('CREATE POLICY all_desks ON %I TO docket_owner, docket_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA operational TO docket_api, docket_worker;
GRANT SELECT ON migration, desk, file TO docket_api, docket_worker;
GRANT INSERT ON file TO docket_api;
GRANT SELECT ON secret TO docket_api;

CREATE FUNCTION issue_token(p_token text, p_desk int, p_member uuid, p_hash bytea, p_expires timestamptz) RETURNS void
LANGUAGE sql SET search_path = operational, pg_temp AS $$
  INSERT INTO api_token (token_id, desk_id, member_id, hash, expires_at) VALUES (p_token, p_desk, p_member, p_hash, p_expires);
$$;

-- Whose token this is, and what happened to him: nothing if it is unknown, expired or revoked.
CREATE FUNCTION caller_of_token(p_hash bytea)
RETURNS TABLE (desk_id int, member_id uuid, stream_id text, version int, type text, schema_version int, command_id uuid, part int, fingerprint bytea,
               correlation_id uuid, cause text, actor text, capacity text, occurred_at timestamptz, recorded_at timestamptz, closes boolean, meta text, data text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = operational, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.desk_id, t.member_id, e.stream_id, e.version, e.type, e.schema_version, e.command_id, e.part, e.fingerprint,
         e.correlation_id, e.cause, e.actor, e.capacity, e.occurred_at, e.recorded_at, e.closes, e.meta, e.data
    FROM api_token t
    CROSS JOIN LATERAL (SELECT * FROM event_store.event s WHERE s.desk_id = t.desk_id AND s.stream_id = 'member-' || t.member_id ORDER BY s.version) e
   WHERE t.hash = p_hash AND t.revoked_at IS NULL AND t.expires_at > now();
END $$;

-- At which desk this check was published, if at any: one probe of the primary key for each desk. Ids are the clients', so
-- another desk may use one that it has read: an address belongs for ever to the desk that published there first.
CREATE FUNCTION desk_of_public_check(p_check uuid) RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = operational, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  RETURN (
    SELECT h.desk_id FROM event_store.log_head h
     CROSS JOIN LATERAL (SELECT e.recorded_at FROM event_store.event e
                          WHERE e.desk_id = h.desk_id AND e.stream_id = 'check-' || p_check AND e.type = 'VerdictPublished'
                          ORDER BY e.version LIMIT 1) first
     ORDER BY first.recorded_at, h.desk_id LIMIT 1);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA operational FROM PUBLIC;
GRANT EXECUTE ON FUNCTION caller_of_token, desk_of_public_check TO docket_api;
`;
