/** What commands read before they are decided: functions for the reason that read_stream is one, with its columns. */
export const READ_STREAMS = `
SET LOCAL ROLE docket_owner;

-- read_stream, and in its last row, without a type, that this command id was used for something else on another stream.
CREATE FUNCTION event_store.load_stream(p_desk int, p_stream text, p_command uuid, p_fingerprint bytea)
RETURNS TABLE (version int, type text, schema_version int, command_id uuid, part int, fingerprint bytea, correlation_id uuid, cause text, actor text,
               capacity text, occurred_at timestamptz, recorded_at timestamptz, closes boolean, meta text, data text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT * FROM read_stream(p_desk, p_stream, p_command);
  RETURN QUERY
  SELECT e.version, NULL, NULL::int, e.command_id, e.part, e.fingerprint, NULL::uuid, NULL, NULL, NULL, NULL::timestamptz, e.recorded_at, NULL::boolean, NULL, NULL
    FROM event e WHERE e.command_id = p_command AND e.part = 0 AND e.desk_id = p_desk AND e.stream_id <> p_stream AND e.fingerprint <> p_fingerprint;
END $$;

-- Several streams as one statement sees them: at one moment.
CREATE FUNCTION event_store.read_streams(p_desk int, p_streams text[])
RETURNS TABLE (stream_id text, version int, type text, schema_version int, command_id uuid, part int, fingerprint bytea, correlation_id uuid, cause text,
               actor text, capacity text, occurred_at timestamptz, recorded_at timestamptz, closes boolean, meta text, data text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = event_store, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  RETURN QUERY
  SELECT e.stream_id, e.version, e.type, e.schema_version, e.command_id, e.part, e.fingerprint, e.correlation_id, e.cause, e.actor,
         e.capacity, e.occurred_at, e.recorded_at, e.closes, e.meta, e.data
    FROM unnest(p_streams) AS wanted(id)
    CROSS JOIN LATERAL (SELECT * FROM event s WHERE s.desk_id = p_desk AND s.stream_id = wanted.id ORDER BY s.version) e;
END $$;

REVOKE ALL ON FUNCTION event_store.load_stream, event_store.read_streams FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.load_stream TO docket_api, docket_worker;
GRANT EXECUTE ON FUNCTION event_store.read_streams TO docket_api, docket_worker, docket_tlog, docket_auditor;
`;
