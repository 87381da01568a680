/** Which desk has a key: asked by readers of its feeds and scales, before any desk is known. */
export const PUBLIC_DESKS = `
SET LOCAL ROLE docket_owner;
SET LOCAL search_path = operational;

CREATE FUNCTION desk_of_key(p_key text) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = operational, pg_temp AS $$
  SELECT desk_id FROM desk WHERE key = p_key;
$$;
REVOKE ALL ON FUNCTION desk_of_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_of_key TO docket_api;
`;
