import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';

const PATIENCE_MS = 300;
const LOOK_EVERY_MS = 20;

/** How far a read model is: the next entry of the log that it has not handled, and the age of that entry. */
export type PositionAnswer = { readonly position: number; readonly lagMs: number };

/** No build of this read model is served yet: no worker has made one. */
export class ReadModelMissing extends Error {
  override readonly name = 'ReadModelMissing';
}

/** How far the served read models of a desk are. */
@Injectable()
export class ReadModelPosition {
  constructor(private readonly readModels: ReadModels) {}

  /** In the unit of work that reads the rows, so that it is theirs. */
  async positionOf(rows: EntityManager, name: string): Promise<PositionAnswer> {
    const [found] = await rows.query<readonly PositionRow[]>(POSITION, [name]);
    if (found === undefined) throw new ReadModelMissing(`No build of ${name} is served.`);
    return { position: Number(found.position), lagMs: Math.round(Number(found.lag_ms)) };
  }

  /** Waits a little until the read model has this event: whether it has. */
  async waitFor(
    deskId: number,
    name: string,
    { stream, version }: { readonly stream: string; readonly version: number },
  ): Promise<boolean> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const has = await this.readModels.in(deskId, (rows) => hasHandled(rows, [name, stream, version]));
      if (has || performance.now() >= deadline) return has;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

type PositionRow = { readonly position: string; readonly lag_ms: string };

const hasHandled = async (rows: EntityManager, values: readonly [string, string, number]): Promise<boolean> => {
  const found = await rows.query<readonly unknown[]>(HANDLED, [...values]);
  return found.length > 0;
};

/** Of the desk to which the transaction is bound. A subscription in shards is as far as its last one. */
const SERVED = `
  SELECT s.desk_id, min(s.position) AS position
    FROM event_store.projection_build b
    JOIN event_store.subscription s ON s.name = b.name || '@' || b.build
   WHERE b.name = $1 AND b.state = 'served' AND s.desk_id = nullif(current_setting('docket.desk', true), '')::int
   GROUP BY s.desk_id`;

const POSITION = `
  WITH served AS (${SERVED})
  SELECT s.position,
         coalesce(greatest(extract(epoch FROM clock_timestamp() - e.recorded_at) * 1000, 0), 0) AS lag_ms
    FROM served s
    LEFT JOIN event_store.log_entry l ON l.desk_id = s.desk_id AND l.log_index = s.position
    LEFT JOIN event_store.event e ON e.command_id = l.command_id AND e.part = l.part AND e.desk_id = l.desk_id`;

const HANDLED = `
  WITH served AS (${SERVED})
  SELECT FROM served s
    JOIN event_store.event e ON e.desk_id = s.desk_id AND e.stream_id = $2 AND e.version = $3
    JOIN event_store.log_entry l ON l.command_id = e.command_id AND l.part = e.part AND l.desk_id = e.desk_id
   WHERE l.log_index < s.position`;
