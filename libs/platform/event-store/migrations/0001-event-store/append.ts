/** How events come in: the whole contract, and two faster doors without a rule of their own. */
export const APPEND = `
-- The hot path for one command with one event: scalar parameters, half the overhead of the arrays below. Stores it or raises 23505 / DK005.
CREATE FUNCTION append_one(p_desk int, p_stream text, p_expected int, p_type text, p_schema int, p_command uuid, p_fingerprint bytea, p_correlation uuid,
  p_cause text, p_actor text, p_capacity text, p_occurred timestamptz, p_meta text, p_data text, p_salt bytea, p_commitment bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE last_at timestamptz; last_closes boolean;
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  IF NOT EXISTS (SELECT FROM log_head h WHERE h.desk_id = p_desk AND NOT h.rehearsal) THEN RAISE EXCEPTION 'fast path refused' USING ERRCODE = 'DK005'; END IF;
  IF p_expected > 0 THEN
    SELECT b.recorded_at, b.closes INTO last_at, last_closes FROM event b WHERE b.desk_id = p_desk AND b.stream_id = p_stream AND b.version = p_expected;
    IF last_closes IS NOT FALSE THEN RAISE EXCEPTION 'fast path refused' USING ERRCODE = 'DK005'; END IF;
  END IF;
  INSERT INTO event (desk_id, stream_id, version, type, schema_version, command_id, part, fingerprint, correlation_id, cause,
                     actor, capacity, occurred_at, recorded_at, closes, meta, data, salt, commitment)
  VALUES (p_desk, p_stream, p_expected + 1, p_type, p_schema, p_command, 0, p_fingerprint, p_correlation, p_cause, p_actor, p_capacity, p_occurred,
          greatest(last_at, date_trunc('milliseconds', clock_timestamp())), false, p_meta, p_data, p_salt, p_commitment);
  INSERT INTO pending (desk_id, pos, command_id, events) VALUES (p_desk, nextval('event_store.append_position'), p_command, 1);
END $$;

-- The hot path: a group of commands, each with an exact expected version; one array element per EVENT.
-- Stores everything or nothing (23505 or DK005); after a refusal the client asks append() which command was at fault.
-- p_expected is the version before the command's first event (0 = the stream must not exist); p_part counts the command's events.
CREATE FUNCTION append_exact(p_desk int, p_stream text[], p_expected int[], p_part int[], p_type text[], p_schema int[], p_command uuid[],
  p_fingerprint bytea[], p_correlation uuid[], p_cause text[], p_actor text[], p_capacity text[], p_occurred timestamptz[], p_meta text[],
  p_data text[], p_salt bytea[], p_commitment bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE t timestamptz := date_trunc('milliseconds', clock_timestamp()); wanted int := cardinality(p_command); stored int;
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  IF NOT EXISTS (SELECT FROM log_head h WHERE h.desk_id = p_desk AND NOT h.rehearsal) THEN RAISE EXCEPTION 'fast path refused' USING ERRCODE = 'DK005'; END IF;
  INSERT INTO event (desk_id, stream_id, version, type, schema_version, command_id, part, fingerprint, correlation_id, cause,
                     actor, capacity, occurred_at, recorded_at, closes, meta, data, salt, commitment)
  SELECT p_desk, x.stream, x.expected + x.part + 1, x.type, x.schema, x.command, x.part, x.fingerprint, x.correlation, x.cause,
         x.actor, x.capacity, x.occurred, greatest(before.recorded_at, t), false, x.meta, x.data, x.salt, x.commitment
    FROM unnest(p_stream, p_expected, p_part, p_type, p_schema, p_command, p_fingerprint, p_correlation, p_cause, p_actor, p_capacity,
                p_occurred, p_meta, p_data, p_salt, p_commitment)
      AS x(stream, expected, part, type, schema, command, fingerprint, correlation, cause, actor, capacity, occurred, meta, data, salt, commitment)
    LEFT JOIN LATERAL (SELECT b.recorded_at, b.closes FROM event b WHERE b.desk_id = p_desk AND b.stream_id = x.stream AND b.version = x.expected LIMIT 1) before ON true
   WHERE x.expected = 0 OR NOT before.closes;            -- nothing there, or a closing event: not stored, and the count tells
  GET DIAGNOSTICS stored = ROW_COUNT;
  IF stored <> wanted THEN RAISE EXCEPTION 'fast path refused' USING ERRCODE = 'DK005'; END IF;
  -- after the events: the transaction has its id before it takes a position
  INSERT INTO pending (desk_id, pos, command_id, events)
  SELECT p_desk, nextval('event_store.append_position'), c.command, c.events
    FROM (SELECT x.command, CASE max(x.part) WHEN count(*) - 1 THEN count(*) ELSE 0 END AS events     -- 0 breaks a CHECK: parts must be 0, 1, 2 ...
            FROM unnest(p_command, p_part) AS x(command, part) GROUP BY x.command) c;
END $$;

-- The full contract: per-request outcomes, all expectations, closing, several streams. Never raises for an expected refusal unless p_atomic.
-- A request: {commandId, fingerprint, part?, stream, expected, close?, actor, capacity, correlationId, cause, occurredAt, meta: "json text",
--             events: [{type, schema, data: "json text", salt, commitment}]}; expected: -2 any, -1 must exist, 0 must not exist, n exactly n.
-- p_atomic: the requests are the writes of ONE command (same commandId, part = first part of each); all are stored or DK001/DK003 is raised.
-- outcomes, one per request: {outcome: appended|duplicate|reused|closed|conflict, stream, first, last}; last = the actual version when refused.
CREATE FUNCTION append(p_desk int, p_requests json, p_atomic boolean DEFAULT false) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
DECLARE r record; got int[]; firsts int[]; lasts int[]; torn boolean; holes boolean; k int; head event; idle noop; tail event;
  outcomes json[] := '{}'; what text; at text; lo int; hi int; worst text; rehearsal boolean;
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  SELECT h.rehearsal INTO rehearsal FROM log_head h WHERE h.desk_id = p_desk;
  IF NOT FOUND THEN RAISE EXCEPTION 'unknown desk %', p_desk USING ERRCODE = 'DK007'; END IF;
  WITH req AS MATERIALIZED (
    SELECT x.*, coalesce(tail.version, 0) AS base, tail.recorded_at AS last_at, CASE WHEN p_atomic THEN coalesce(x."part", 0) ELSE 0 END AS first_part
      FROM ROWS FROM (json_to_recordset(p_requests) AS ("commandId" uuid, "fingerprint" text, "part" int, "stream" text, "expected" int, "close" boolean, "actor" text,
             "capacity" text, "correlationId" uuid, "cause" text, "occurredAt" timestamptz, "meta" text, "events" json)) WITH ORDINALITY
           AS x("commandId", "fingerprint", "part", "stream", "expected", "close", "actor", "capacity", "correlationId", "cause", "occurredAt", "meta", "events", n)
      LEFT JOIN LATERAL (SELECT version, recorded_at, closes FROM event e WHERE e.desk_id = p_desk AND e.stream_id = x."stream" ORDER BY version DESC LIMIT 1) tail ON true
     WHERE tail.closes IS NOT TRUE
       AND (x."expected" = -2 OR (x."expected" = -1 AND tail.version > 0) OR x."expected" = coalesce(tail.version, 0))),
  stored AS (
    INSERT INTO event (desk_id, stream_id, version, type, schema_version, command_id, part, fingerprint, correlation_id, cause,
                       actor, capacity, occurred_at, recorded_at, closes, meta, data, salt, commitment)
    SELECT p_desk, q."stream", q.base + e.n, e."type", e."schema", q."commandId", q.first_part + e.n - 1,
           CASE WHEN q.first_part + e.n = 1 THEN decode(q."fingerprint", 'hex') END, q."correlationId", q."cause", q."actor", q."capacity", q."occurredAt",
           greatest(q.last_at, date_trunc('milliseconds', CASE WHEN rehearsal THEN q."occurredAt" ELSE clock_timestamp() END)), coalesce(q."close", false) AND e.n = json_array_length(q."events"),
           q."meta", e."data", decode(e."salt", 'hex'), decode(e."commitment", 'hex')
      FROM req q CROSS JOIN LATERAL ROWS FROM (json_to_recordset(q."events") AS ("type" text, "schema" int, "data" text, "salt" text, "commitment" text)) WITH ORDINALITY
             AS e("type", "schema", "data", "salt", "commitment", n)
      ON CONFLICT DO NOTHING                             -- waits for a concurrent twin; whatever is missing afterwards is classified below
      RETURNING command_id, part, stream_id, version),
  queued AS (INSERT INTO pending (desk_id, pos, command_id, events) SELECT p_desk, nextval('event_store.append_position'), command_id, count(*) FROM stored GROUP BY command_id)
  SELECT array_agg(g.n), array_agg(g.lo), array_agg(g.hi), bool_or(g.stored <> g.wanted), (SELECT max(s.part) + 1 <> count(*) FROM stored s) INTO got, firsts, lasts, torn, holes
    FROM (SELECT q.n, min(s.version) AS lo, max(s.version) AS hi, count(*) AS stored, json_array_length(q."events") AS wanted
            FROM req q JOIN stored s ON s.command_id = q."commandId" AND s.stream_id = q."stream" GROUP BY q.n, json_array_length(q."events")) g;
  IF torn THEN RAISE EXCEPTION 'a twin of this command is being stored: try again' USING ERRCODE = '40001'; END IF;

  FOR r IN SELECT (x.n - 1)::int AS ord, x.q->>'stream' AS stream, (x.q->>'commandId')::uuid AS command, decode(x.q->>'fingerprint', 'hex') AS fingerprint
             FROM json_array_elements(p_requests) WITH ORDINALITY AS x(q, n) ORDER BY x.n LOOP
    k := array_position(got, r.ord + 1); lo := NULL; hi := NULL; at := r.stream;
    IF k IS NOT NULL THEN
      what := 'appended'; lo := firsts[k]; hi := lasts[k];
    ELSE
      SELECT * INTO head FROM event WHERE command_id = r.command AND part = 0 AND desk_id = p_desk;
      SELECT * INTO idle FROM noop WHERE desk_id = p_desk AND command_id = r.command;
      IF coalesce(head.command_id, idle.command_id) IS NOT NULL AND NOT (p_atomic AND got IS NOT NULL) THEN   -- else the head is this call's own
        what := CASE WHEN coalesce(head.fingerprint, idle.fingerprint, r.fingerprint) = r.fingerprint THEN 'duplicate' ELSE 'reused' END;
        SELECT min(version), max(version) INTO lo, hi FROM event WHERE command_id = r.command AND desk_id = p_desk AND stream_id = r.stream;
        IF hi IS NULL THEN at := coalesce(head.stream_id, idle.stream_id); hi := coalesce(head.version, idle.version); END IF;
      ELSE
        SELECT * INTO tail FROM event WHERE desk_id = p_desk AND stream_id = r.stream ORDER BY version DESC LIMIT 1;
        what := CASE WHEN tail.closes THEN 'closed' ELSE 'conflict' END; hi := coalesce(tail.version, 0);
      END IF;
      worst := coalesce(worst, what);
    END IF;
    outcomes := outcomes || json_build_object('outcome', what, 'stream', at, 'first', lo, 'last', hi);
  END LOOP;
  IF p_atomic AND worst IS NOT NULL AND NOT (worst IN ('duplicate', 'reused') AND got IS NULL) THEN
    RAISE EXCEPTION 'command refused: %', worst USING DETAIL = array_to_json(outcomes)::text,
      ERRCODE = CASE worst WHEN 'conflict' THEN 'DK001' WHEN 'closed' THEN 'DK003' ELSE 'DK002' END;
  END IF;
  IF p_atomic AND worst IS NULL AND holes THEN RAISE EXCEPTION 'the parts of a command must be 0, 1, 2 ...' USING ERRCODE = 'DK007'; END IF;
  RETURN array_to_json(outcomes);
END $$;

-- A receipt without events: outcome noted | duplicate | reused.
CREATE FUNCTION note_noop(p_desk int, p_command uuid, p_fingerprint bytea, p_stream text, p_version int, OUT outcome text, OUT version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE known bytea;
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  SELECT e.fingerprint, e.version INTO known, version FROM event e WHERE e.command_id = p_command AND e.part = 0 AND e.desk_id = p_desk;
  IF NOT FOUND THEN
    INSERT INTO noop AS o (desk_id, command_id, fingerprint, stream_id, version) VALUES (p_desk, p_command, p_fingerprint, p_stream, p_version) ON CONFLICT DO NOTHING;
    IF FOUND THEN outcome := 'noted'; version := p_version; RETURN; END IF;
    SELECT o.fingerprint, o.version INTO known, version FROM noop o WHERE o.desk_id = p_desk AND o.command_id = p_command;
  END IF;
  outcome := CASE WHEN coalesce(known, p_fingerprint) = p_fingerprint THEN 'duplicate' ELSE 'reused' END;
END $$;

-- Receipts of idle commands may be dropped when no client and no job will come back with them (default: a year).
CREATE FUNCTION prune_noops(p_older_than interval, p_limit int) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
  WITH old AS (SELECT desk_id, command_id FROM noop WHERE recorded_at < now() - greatest(p_older_than, interval '100 days') LIMIT p_limit),
  gone AS (DELETE FROM noop n USING old o WHERE n.desk_id = o.desk_id AND n.command_id = o.command_id RETURNING 1)
  SELECT count(*) FROM gone;
$$;
`;
