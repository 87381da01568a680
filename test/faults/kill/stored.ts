import { connected } from '../../support/database.js';

export type Stored = {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** All events of the streams of these kinds, or of one stream, as the server's superuser sees them. */
export const storedIn = (adminUrl: string, streams: string): Promise<readonly Stored[]> =>
  connected(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ stream: string; type: string; data: string }>(
      'SELECT stream_id AS stream, type, data FROM event_store.event WHERE stream_id LIKE $1 ORDER BY stream_id, version',
      [streams],
    );
    return rows.map(({ stream, type, data }) => ({ stream, type, data: JSON.parse(data) as Stored['data'] }));
  });

/** Jobs that have failed for good, that should have been done by now, or that wait for another attempt. */
export const jobsLeft = (adminUrl: string): Promise<readonly string[]> =>
  connected(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ told: string }>(
      `SELECT format('job %s is %s after %s attempts and %s stalls: %s', id, state, attempts_made, stalled_count, failed_reason) AS told
         FROM bullmq.job
        WHERE state IN ('waiting', 'active', 'failed') OR (state = 'delayed' AND (process_at_ms <= $1 OR failed_reason IS NOT NULL))`,
      [Date.now()],
    );
    return rows.map(({ told }) => told);
  });
