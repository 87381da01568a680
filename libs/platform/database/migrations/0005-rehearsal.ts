/**
 * Rehearsal desks: their clocks, the jobs that wait for those, and tokens of operators, which are no member's. The API may
 * ask for a move, and only a worker moves a clock.
 */
export const REHEARSAL = `
SET LOCAL ROLE docket_owner;
SET LOCAL search_path = operational;

-- NOT VALID: what an older release let pass stays.
ALTER TABLE desk ADD CONSTRAINT desk_rehearsal_key CHECK (rehearsal = starts_with(key, 'rehearsal-')) NOT VALID;
CREATE TRIGGER rehearsal_is_fixed BEFORE UPDATE OF rehearsal, key ON desk FOR EACH ROW EXECUTE FUNCTION event_store.refuse_change();

-- A clock stands until it is asked to move. It is at its target, and all that follows from that is done, once asked = done.
CREATE TABLE rehearsal_clock (
  desk_id int PRIMARY KEY REFERENCES desk,
  stands_at timestamptz NOT NULL,
  target timestamptz NOT NULL,
  asked bigint NOT NULL DEFAULT 0, done bigint NOT NULL DEFAULT 0,
  CHECK (target >= stands_at), CHECK (done <= asked)
);
CREATE INDEX rehearsal_clock_behind ON rehearsal_clock (desk_id) WHERE asked > done;

-- Jobs of rehearsal desks, until the clock comes to them. A finished one stays, so that it is not staged twice.
CREATE TABLE held_job (
  desk_id int NOT NULL REFERENCES rehearsal_clock,
  id text NOT NULL COLLATE "C",
  queue text NOT NULL, name text NOT NULL, retry text NOT NULL, data json NOT NULL,
  due_at timestamptz NOT NULL,
  position bigint NOT NULL,                              -- of its trigger in the log of the desk
  released_at timestamptz, done_at timestamptz,          -- of the machine: given to the queue, and seen to be finished
  PRIMARY KEY (desk_id, id)
);
CREATE INDEX held_job_waiting ON held_job (desk_id, due_at, position, id) WHERE done_at IS NULL;

DO $$ DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rehearsal_clock', 'held_job'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY all_desks ON %I TO docket_owner, docket_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON rehearsal_clock, held_job TO docket_worker;
GRANT UPDATE (stands_at, done) ON rehearsal_clock TO docket_worker;
GRANT INSERT, UPDATE (released_at, done_at) ON held_job TO docket_worker;

-- What a desk is, and how its clock stands, if it has one of its own. No row: no such desk.
CREATE FUNCTION clock_of_desk(p_desk int) RETURNS TABLE (rehearsal boolean, stands_at timestamptz, target timestamptz, asked bigint, done bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = operational, pg_temp AS $$
  SELECT h.rehearsal, c.stands_at, c.target, c.asked, c.done
    FROM event_store.log_head h LEFT JOIN rehearsal_clock c ON c.desk_id = h.desk_id WHERE h.desk_id = p_desk;
$$;

-- Asks for a move, and answers its number. Nothing: that would be backwards, or the desk has no clock of its own.
CREATE FUNCTION move_clock(p_desk int, p_to timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = operational, pg_temp AS $$
DECLARE number bigint;
BEGIN
  UPDATE rehearsal_clock c SET target = greatest(c.target, p_to), asked = c.asked + 1
   WHERE c.desk_id = p_desk AND c.stands_at <= p_to RETURNING c.asked INTO number;
  IF FOUND THEN PERFORM pg_notify('docket_rehearsal', p_desk::text); END IF;
  RETURN number;
END $$;

-- A token is a member's or a service's.
ALTER TABLE api_token ALTER member_id DROP NOT NULL;
ALTER TABLE api_token ADD service text COLLATE "C" CHECK (service = 'service:operator'), ADD CHECK ((member_id IS NULL) <> (service IS NULL));

CREATE FUNCTION issue_service_token(p_token text, p_desk int, p_service text, p_hash bytea, p_expires timestamptz) RETURNS void
LANGUAGE sql SET search_path = operational, pg_temp AS $$
  INSERT INTO api_token (token_id, desk_id, service, hash, expires_at) VALUES (p_token, p_desk, p_service, p_hash, p_expires);
$$;

-- As before, and with what is said of the desk in every answer. A service has no events.
DROP FUNCTION caller_of_token(bytea);
CREATE FUNCTION caller_of_token(p_hash bytea)
RETURNS TABLE (desk_id int, rehearsal boolean, member_id uuid, service text, stream_id text, version int, type text, schema_version int, command_id uuid,
               part int, fingerprint bytea, correlation_id uuid, cause text, actor text, capacity text, occurred_at timestamptz, recorded_at timestamptz,
               closes boolean, meta text, data text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = operational, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.desk_id, h.rehearsal, t.member_id, t.service, e.stream_id, e.version, e.type, e.schema_version, e.command_id, e.part, e.fingerprint,
         e.correlation_id, e.cause, e.actor, e.capacity, e.occurred_at, e.recorded_at, e.closes, e.meta, e.data
    FROM api_token t
    JOIN event_store.log_head h ON h.desk_id = t.desk_id
    LEFT JOIN LATERAL (SELECT * FROM event_store.event s WHERE s.desk_id = t.desk_id AND s.stream_id = 'member-' || t.member_id ORDER BY s.version) e ON true
   WHERE t.hash = p_hash AND t.revoked_at IS NULL AND t.expires_at > now() AND (t.service IS NOT NULL OR e.version IS NOT NULL);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA operational FROM PUBLIC;
GRANT EXECUTE ON FUNCTION caller_of_token, move_clock TO docket_api;
GRANT EXECUTE ON FUNCTION clock_of_desk TO docket_api, docket_worker;
`;
