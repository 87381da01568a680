/** Events are never changed or removed; one function may blank a payload. */
export const APPEND_ONLY = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %.% refused: append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'DK006';
END $$;

-- The only change an event may see: data and salt become NULL together, or the fingerprint becomes NULL.
CREATE FUNCTION allow_only_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE allowed event_store.event := OLD;
BEGIN
  IF NEW.data IS NULL THEN allowed.data := NULL; allowed.salt := NULL; END IF;
  IF NEW.fingerprint IS NULL THEN allowed.fingerprint := NULL; END IF;
  IF record_image_eq(NEW, allowed) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'UPDATE on event_store.event refused: only erasure' USING ERRCODE = 'DK006';
END $$;

CREATE TRIGGER rehearsal_is_fixed BEFORE UPDATE OF rehearsal, desk_id ON log_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_erasure BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION allow_only_erasure();
CREATE TRIGGER no_delete BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
DO $$ DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['log_entry', 'tile', 'checkpoint', 'cosignature', 'anchor'] LOOP
    EXECUTE format('CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON event_store.%I FOR EACH ROW EXECUTE FUNCTION event_store.refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['event', 'noop', 'pending', 'log_entry', 'log_head', 'tile', 'tree_edge', 'checkpoint', 'cosignature', 'anchor'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON event_store.%I EXECUTE FUNCTION event_store.refuse_change()', t);
  END LOOP;
END $$;

-- Log partitions up to the one that holds p_upto. CREATE + ATTACH takes no ACCESS EXCLUSIVE lock on the parent.
CREATE FUNCTION ensure_log_partitions(p_upto bigint, p_rows bigint DEFAULT 10000000) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
DECLARE made int := 0; child text; lo bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('event_store.log_entry'));
  FOR k IN 0 .. p_upto / p_rows LOOP
    lo := k * p_rows; child := 'log_entry_' || lpad(k::text, 5, '0');
    CONTINUE WHEN to_regclass('event_store.' || child) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE log_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS, CHECK (log_index >= %s AND log_index < %s))', child, lo, lo + p_rows);
    EXECUTE format('ALTER TABLE log_entry ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', child, lo, lo + p_rows);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', child);  -- statement triggers are not inherited
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;
SELECT ensure_log_partitions(0);

CREATE FUNCTION open_desk(p_desk int, p_rehearsal boolean DEFAULT false) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
  INSERT INTO log_head (desk_id, rehearsal) VALUES (p_desk, p_rehearsal) ON CONFLICT DO NOTHING;
  INSERT INTO tree_edge (desk_id) VALUES (p_desk) ON CONFLICT DO NOTHING;
$$;

-- A transaction that is bound to a desk (set_config('docket.desk', '7', true)) reaches no other one.
CREATE FUNCTION wrong_desk() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this transaction belongs to another desk' USING ERRCODE = 'DK007';
END $$;

-- Blanks payloads. The event that says so (its type ends in Erased, recorded by p_command) must already be stored, in this transaction or before.
CREATE FUNCTION erase(p_desk int, p_stream text, p_versions int[], p_command uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
DECLARE erased int; commands uuid[];
BEGIN
  IF coalesce(current_setting('docket.desk', true), '') NOT IN ('', p_desk::text) THEN PERFORM wrong_desk(); END IF;
  IF NOT EXISTS (SELECT FROM event e WHERE e.command_id = p_command AND e.desk_id = p_desk AND e.stream_id = p_stream AND e.type LIKE '%Erased') THEN
    RAISE EXCEPTION 'erasure without an Erased event' USING ERRCODE = 'DK007'; END IF;
  WITH blanked AS (
    UPDATE event e SET data = NULL, salt = NULL WHERE e.desk_id = p_desk AND e.stream_id = p_stream AND e.version = ANY (p_versions) AND e.data IS NOT NULL RETURNING e.command_id)
  SELECT count(*), array_agg(DISTINCT b.command_id) INTO erased, commands FROM blanked b;
  UPDATE event e SET fingerprint = NULL WHERE e.command_id = ANY (commands) AND e.part = 0 AND e.desk_id = p_desk AND e.fingerprint IS NOT NULL;
  DELETE FROM snapshot s WHERE s.desk_id = p_desk AND s.stream_id = p_stream;
  RETURN erased;
END $$;
`;
