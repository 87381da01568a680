/** What compares texts that are alike, in a schema of its own: where else it lies, no search path leads to it. */
export const TRIGRAMS = `
SET LOCAL ROLE docket_owner;

DO $$ DECLARE place text;
BEGIN
  SELECT extnamespace::regnamespace::text INTO place FROM pg_extension WHERE extname = 'pg_trgm';
  IF place IS NOT NULL AND place <> 'trigrams' THEN
    RAISE EXCEPTION 'The extension pg_trgm lies in schema %, and Docket looks for it in schema trigrams.', place
      USING HINT = 'As its owner: CREATE SCHEMA trigrams AUTHORIZATION docket_owner; ALTER EXTENSION pg_trgm SET SCHEMA trigrams.';
  END IF;
  CREATE SCHEMA IF NOT EXISTS trigrams;
  CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA trigrams;
END $$;
GRANT USAGE ON SCHEMA trigrams TO docket_api, docket_worker;
`;
