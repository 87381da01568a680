import type { ClientBase, Pool } from 'pg';
import { connected } from './database.js';
import type { TestDatabase } from './database.js';

/** A desk that takes events and has no member yet, made by the operator's login. */
export const openDesk = (
  database: TestDatabase,
  key = 'test',
  isRehearsal = false,
  from = new Date().toISOString(),
): Promise<number> =>
  connected(database.urls.owner, async (client) => {
    const { rows } = await client.query<{ readonly id: number }>(
      'INSERT INTO operational.desk (key, name, rehearsal) VALUES ($1, $1, $2) RETURNING desk_id AS id',
      [key, isRehearsal],
    );
    const id = rows[0]?.id ?? 0;
    if (isRehearsal)
      await client.query(`INSERT INTO operational.rehearsal_clock (desk_id, stands_at, target) VALUES ($1, $2, $2)`, [
        id,
        from,
      ]);
    await client.query('SELECT event_store.open_desk($1, $2)', [id, isRehearsal]);
    return id;
  });

/** Takes everything into the log that no open transaction holds back. */
export const sequence = async (client: Pool | ClientBase, deskId: number): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<Moved>('SELECT moved FROM event_store.sequence($1)', [deskId]);
    if (rows[0]?.moved === 0) return;
  }
};

type Moved = { readonly moved: number | null };
