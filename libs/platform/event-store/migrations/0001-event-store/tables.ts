/** desk_id leads every primary key. */
export const TABLES = `
-- Every event ever recorded. A row is also the receipt of its command: (command_id, part) exists once per desk.
CREATE TABLE event (
  desk_id        int         NOT NULL,
  stream_id      text        NOT NULL COLLATE "C",       -- 'check-0190a1b2-...': category, dash, id
  version        int         NOT NULL CHECK (version > 0),
  type           text        NOT NULL COLLATE "C",
  schema_version int         NOT NULL CHECK (schema_version > 0),
  command_id     uuid        NOT NULL,
  part           int         NOT NULL CHECK (part >= 0), -- 0, 1, 2 ... over all events of the command, in all its streams
  fingerprint    bytea,                                  -- part 0: SHA-256 of the canonical request; NULL once something of it was erased
  correlation_id uuid        NOT NULL,
  cause          text        COLLATE "C",                -- 'stream@version' of the event whose reaction sent the command
  actor          text        NOT NULL COLLATE "C",       -- member or service id: never a name, never an address
  capacity       text        NOT NULL COLLATE "C",       -- the role in which the actor acted
  occurred_at    timestamptz NOT NULL,                   -- when it happened, as the command says
  recorded_at    timestamptz NOT NULL,                   -- when it was stored: this server's clock, whole milliseconds, never back inside a stream
  closes         boolean     NOT NULL,                   -- the last event its stream will take
  meta           text        NOT NULL,                   -- canonical JSON: all roles then held, onBehalfOf, traceparent
  data           text,                                   -- canonical JSON, the committed bytes; NULL once erased
  salt           bytea,                                  -- 32 random bytes; NULL once erased
  commitment     bytea       NOT NULL CHECK (octet_length(commitment) = 32),  -- SHA-256(salt || data)
  PRIMARY KEY (desk_id, stream_id, version),
  CHECK ((data IS NULL) = (salt IS NULL)),
  CHECK (salt IS NULL OR octet_length(salt) = 32)
);
-- command_id leads on purpose: an index that starts with desk_id would tempt the planner on an empty table.
CREATE UNIQUE INDEX event_by_command ON event (command_id, part, desk_id);

-- Receipts without events: of commands that had nothing to do, and of finished jobs.
CREATE TABLE noop (
  desk_id int NOT NULL, command_id uuid NOT NULL, fingerprint bytea NOT NULL, stream_id text NOT NULL COLLATE "C", version int NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk_id, command_id)
);

-- Stored but not yet in the log: a set, not a cursor. One row per command. CACHE must stay 1.
CREATE SEQUENCE append_position AS bigint CACHE 1;
CREATE TABLE pending (
  desk_id int NOT NULL, pos bigint NOT NULL, command_id uuid NOT NULL, events int NOT NULL CHECK (events > 0),
  PRIMARY KEY (desk_id, pos)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The log of a desk: dense from 0, in an order that respects every stream and real time.
CREATE TABLE log_entry (
  desk_id int NOT NULL, log_index bigint NOT NULL, command_id uuid NOT NULL, part int NOT NULL,
  PRIMARY KEY (desk_id, log_index)
) PARTITION BY RANGE (log_index);
CREATE INDEX log_entry_by_event ON log_entry (command_id, part);               -- where is this event in the log?

CREATE TABLE log_head (
  desk_id int PRIMARY KEY,
  rehearsal boolean NOT NULL DEFAULT false,              -- fixed for ever: append() stamps recorded_at from occurred_at
  size bigint NOT NULL DEFAULT 0,                        -- the next log_index
  floor_pos bigint NOT NULL DEFAULT 0,                   -- no pending row at or below it exists or can still appear
  seen_pos bigint NOT NULL DEFAULT 0, mark_pos bigint NOT NULL DEFAULT 0, mark_xid xid8,   -- how the floor is raised: see sequence()
  updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

CREATE TABLE subscription (
  desk_id int NOT NULL, name text NOT NULL, shard int NOT NULL DEFAULT 0, shards int NOT NULL DEFAULT 1,
  position bigint NOT NULL DEFAULT 0 CHECK (position >= 0),                    -- the next log_index to handle
  epoch bigint NOT NULL DEFAULT 0, owner text, lease_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (desk_id, name, shard), CHECK (shard >= 0 AND shard < shards)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- A stream that a subscription could not handle. Its events wait; other streams go on.
CREATE TABLE parked (
  desk_id int NOT NULL, name text NOT NULL, shard int NOT NULL, stream_id text NOT NULL COLLATE "C",
  from_version int NOT NULL, log_index bigint NOT NULL, attempts int NOT NULL, error text NOT NULL, parked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk_id, name, shard, stream_id)
);

-- Builds of a projection, each with its own schema of tables; one is served.
CREATE TABLE projection_build (
  name text NOT NULL, build int NOT NULL, schema_name text NOT NULL UNIQUE, state text NOT NULL CHECK (state IN ('building', 'served', 'retired')),
  created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (name, build)
);
CREATE UNIQUE INDEX projection_served ON projection_build (name) WHERE state = 'served';

CREATE TABLE snapshot (
  desk_id int NOT NULL, stream_id text NOT NULL COLLATE "C", reducer_hash bytea NOT NULL, version int NOT NULL, state text NOT NULL,
  PRIMARY KEY (desk_id, stream_id, reducer_hash)
);

-- Transparency log: only full tiles are rows; the right edge of the tree is one row per desk.
CREATE TABLE tile (
  desk_id int NOT NULL, level smallint NOT NULL CHECK (level BETWEEN 0 AND 63), n bigint NOT NULL CHECK (n >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 8192), PRIMARY KEY (desk_id, level, n)
);
ALTER TABLE tile ALTER hashes SET STORAGE EXTERNAL;
CREATE TABLE tree_edge (
  desk_id int PRIMARY KEY, size bigint NOT NULL DEFAULT 0, partials bytea[] NOT NULL DEFAULT '{}'  -- [level + 1]: hashes of the partial tile
) WITH (fillfactor = 50);
CREATE TABLE checkpoint (
  desk_id int NOT NULL, size bigint NOT NULL, root bytea NOT NULL CHECK (octet_length(root) = 32), note text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (desk_id, size)
);
CREATE TABLE cosignature (
  desk_id int NOT NULL, size bigint NOT NULL, key_name text NOT NULL, line text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk_id, size, key_name), FOREIGN KEY (desk_id, size) REFERENCES checkpoint
);
CREATE TABLE anchor (
  desk_id int NOT NULL, size bigint NOT NULL, kind text NOT NULL, target text NOT NULL, token bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (desk_id, size, kind, target), FOREIGN KEY (desk_id, size) REFERENCES checkpoint
);
`;
