/** From the pending set to the dense log, and who reads it. */
export const LOG = `
-- Moves pending commands into the dense log. Anyone may call it, at any time, from any number of processes; it must be alone in its
-- transaction. The row lock on log_head is the fence: a busy log answers moved = NULL at once.
CREATE FUNCTION sequence(p_desk int, p_limit int DEFAULT 2000, OUT moved int, OUT size bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE h log_head; seen bigint; own xid8; settled boolean; drained boolean; commands int; top bigint;
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RAISE EXCEPTION 'sequence() must be alone in its transaction' USING ERRCODE = 'DK007'; END IF;
  SELECT l.seen_pos, l.size, l.floor_pos INTO seen, size, top FROM log_head l WHERE l.desk_id = p_desk;
  IF NOT FOUND THEN RAISE EXCEPTION 'unknown desk %', p_desk USING ERRCODE = 'DK007'; END IF;
  moved := 0;
  PERFORM FROM pending p WHERE p.desk_id = p_desk AND p.pos > top LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;                      -- idle: no transaction id, no write, no notification

  own := pg_current_xact_id();                           -- every position <= seen belongs to a transaction with a smaller id
  SELECT * INTO h FROM log_head l WHERE l.desk_id = p_desk FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN moved := NULL; RETURN; END IF;
  IF h.mark_xid >= own THEN h.mark_xid := NULL; END IF;  -- a server restored from a dump counts ids anew
  settled := h.mark_xid IS NOT NULL AND pg_snapshot_xmin(pg_current_snapshot()) >= h.mark_xid;   -- the owners of positions <= mark_pos are done

  WITH batch AS MATERIALIZED (SELECT p.pos FROM pending p WHERE p.desk_id = p_desk AND p.pos > h.floor_pos ORDER BY p.pos LIMIT p_limit),
  taken AS (DELETE FROM pending p USING batch b WHERE p.desk_id = p_desk AND p.pos = b.pos RETURNING p.pos, p.command_id, p.events),
  logged AS (
    INSERT INTO log_entry (desk_id, log_index, command_id, part)
    SELECT p_desk, h.size + row_number() OVER (ORDER BY t.pos, g.part) - 1, t.command_id, g.part
      FROM taken t CROSS JOIN LATERAL generate_series(0, t.events - 1) AS g(part) RETURNING 1)
  SELECT (SELECT count(*) FROM logged), (SELECT count(*) FROM taken), (SELECT max(t.pos) FROM taken t) INTO moved, commands, top;

  drained := commands < p_limit OR top >= h.mark_pos;    -- nothing visible at or below mark_pos is left
  UPDATE log_head l SET size = h.size + moved, seen_pos = greatest(h.seen_pos, top), updated_at = clock_timestamp(),
         floor_pos = CASE WHEN settled AND drained THEN h.mark_pos ELSE h.floor_pos END,
         mark_pos  = CASE WHEN h.mark_xid IS NULL OR (settled AND drained) THEN seen ELSE h.mark_pos END,
         mark_xid  = CASE WHEN h.mark_xid IS NULL OR (settled AND drained) THEN own ELSE h.mark_xid END
   WHERE l.desk_id = p_desk RETURNING l.size INTO size;
  IF moved > 0 THEN PERFORM pg_notify('docket_log', p_desk || ':' || size); END IF;
END $$;

-- One stream in order, and first of all the receipt of p_command if it had nothing to do (type NULL). A function, so that a lone call without a
-- transaction finds the rows that row security would hide from the api: an empty answer would look like a new stream.
CREATE FUNCTION read_stream(p_desk int, p_stream text, p_command uuid DEFAULT NULL, p_after int DEFAULT 0)
RETURNS TABLE (version int, type text, schema_version int, command_id uuid, part int, fingerprint bytea, correlation_id uuid, cause text, actor text,
               capacity text, occurred_at timestamptz, recorded_at timestamptz, closes boolean, meta text, data text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  IF p_command IS NOT NULL THEN
    RETURN QUERY
    SELECT n.version, NULL, NULL::int, n.command_id, 0, n.fingerprint, NULL::uuid, NULL, NULL, NULL, NULL::timestamptz, n.recorded_at, NULL::boolean, NULL, NULL
      FROM noop n WHERE n.desk_id = p_desk AND n.command_id = p_command;
  END IF;
  RETURN QUERY
  SELECT e.version, e.type, e.schema_version, e.command_id, e.part, e.fingerprint, e.correlation_id, e.cause, e.actor,
         e.capacity, e.occurred_at, e.recorded_at, e.closes, e.meta, e.data
    FROM event e WHERE e.desk_id = p_desk AND e.stream_id = p_stream AND e.version > p_after ORDER BY e.version;
END $$;

-- One page of the log, whole and in order. With p_types, other events come without content, so that density can still be checked.
CREATE FUNCTION read_log(p_desk int, p_from bigint, p_limit int, p_types text[] DEFAULT NULL)
RETURNS TABLE (log_index bigint, stream_id text, version int, type text, schema_version int, command_id uuid, part int, correlation_id uuid, cause text,
               actor text, capacity text, occurred_at timestamptz, recorded_at timestamptz, closes boolean, meta text, data text, salt bytea, commitment bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  RETURN QUERY
  SELECT l.log_index, e.stream_id, e.version, e.type, e.schema_version, l.command_id, l.part, e.correlation_id, e.cause,
         e.actor, e.capacity, e.occurred_at, e.recorded_at, e.closes, e.meta, e.data, e.salt, e.commitment
    FROM event_store.log_entry l
    LEFT JOIN event_store.event e ON e.command_id = l.command_id AND e.part = l.part AND e.desk_id = l.desk_id AND (p_types IS NULL OR e.type = ANY (p_types))
   WHERE l.desk_id = p_desk AND l.log_index >= p_from AND l.log_index < p_from + p_limit ORDER BY l.log_index;
END $$;

-- Events that are neither in the log nor waiting for it: must be none. \`docket verify\` and \`docket doctor\` ask.
CREATE FUNCTION unsequenced(p_desk int) RETURNS TABLE (stream_id text, version int) LANGUAGE sql STABLE AS $$
  SELECT e.stream_id, e.version FROM event_store.event e
   WHERE e.desk_id = p_desk AND NOT EXISTS (SELECT FROM event_store.log_entry l WHERE l.command_id = e.command_id AND l.part = e.part AND l.desk_id = e.desk_id)
     AND NOT EXISTS (SELECT FROM event_store.pending p JOIN event_store.log_head h ON h.desk_id = p.desk_id
                      WHERE p.desk_id = e.desk_id AND p.command_id = e.command_id AND p.pos > h.floor_pos);
$$;

-- Takes or keeps a lease; no epoch in the answer = someone else holds it. Every change of hands raises the epoch.
CREATE FUNCTION take_lease(p_desk int, p_name text, p_shard int, p_owner text, p_ttl interval, OUT epoch bigint, OUT "position" bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
  UPDATE subscription s SET epoch = s.epoch + (s.owner IS DISTINCT FROM p_owner OR s.lease_until < clock_timestamp())::int,
         owner = p_owner, lease_until = clock_timestamp() + p_ttl
   WHERE s.desk_id = p_desk AND s.name = p_name AND s.shard = p_shard AND (s.owner IS NOT DISTINCT FROM p_owner OR s.lease_until < clock_timestamp())
  RETURNING s.epoch, s.position;
$$;

-- The last statement of the transaction that wrote the rows. Refuses a subscriber that lost its lease or its place.
CREATE FUNCTION advance(p_desk int, p_name text, p_shard int, p_epoch bigint, p_from bigint, p_to bigint, p_ttl interval) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
BEGIN
  UPDATE subscription s SET position = p_to, lease_until = clock_timestamp() + p_ttl
   WHERE s.desk_id = p_desk AND s.name = p_name AND s.shard = p_shard AND s.epoch = p_epoch AND s.position = p_from AND p_to >= p_from;
  IF NOT FOUND THEN RAISE EXCEPTION 'subscription %/% lost its lease', p_name, p_shard USING ERRCODE = 'DK004'; END IF;
END $$;

-- Which shard of a consumer group handles a stream. TypeScript has the same function; a test compares them.
CREATE FUNCTION shard_of(p_stream text, p_shards int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT ('x' || left(md5(p_stream), 7))::bit(28)::int % p_shards;
$$;
`;
