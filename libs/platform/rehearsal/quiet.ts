import type { PoolClient } from 'pg';

/** Whether all that was recorded at this desk is in its log, and each of these subscriptions has handled it. */
export const isQuiet = async (client: PoolClient, deskId: number, names: readonly string[]): Promise<boolean> => {
  const { rows } = await client.query<{ readonly quiet: boolean }>(QUIET, [deskId, names]);
  return rows[0]?.quiet ?? false;
};

/** Whether this job will not be run again. A queue forgets only those that are finished. */
export const isFinished = async (client: PoolClient, queue: string, id: string): Promise<boolean> => {
  const { rows } = await client.query<{ readonly state: string }>(
    'SELECT state FROM bullmq.job WHERE queue = $1 AND id = $2',
    [queue, id],
  );
  return rows.every(({ state }) => FINISHED.has(state));
};

const FINISHED: ReadonlySet<string> = new Set(['completed', 'failed']);

/** A subscription that has not begun at this desk has no row, and has handled nothing. */
const QUIET = `
  SELECT NOT EXISTS (SELECT FROM event_store.pending p WHERE p.desk_id = h.desk_id AND p.pos > h.floor_pos)
     AND cardinality($2::text[]) = (SELECT count(*) FROM event_store.subscription s
                                     WHERE s.desk_id = h.desk_id AND s.name = ANY ($2) AND s.position >= h.size) AS quiet
    FROM event_store.log_head h WHERE h.desk_id = $1`;
