import type { Pool } from 'pg';
import { StartRefused } from '#platform/config';

/** How a desk shows itself in what it publishes. */
export type Publication = {
  readonly url?: string;
  /** Where it says how it corrects, and how it works. */
  readonly corrections?: string;
  readonly method?: string;
};

export type DeskRow = { readonly deskId: number; readonly createdAt: string };

type Row = { readonly desk_id: number; readonly created_at: Date; readonly completed_at: Date | null };

const rowOf = async (owner: Pool, key: string): Promise<Row | undefined> => {
  const { rows } = await owner.query<Row>(
    'SELECT desk_id, created_at, completed_at FROM operational.desk WHERE key = $1',
    [key],
  );
  return rows[0];
};

/**
 * A new desk, or one that an interrupted installer left half made: its commands have the same ids again, so that nothing
 * is done twice. Refuses a key that is taken.
 */
export const openDesk = async (
  owner: Pool,
  { key, name, url, corrections, method }: Publication & { readonly key: string; readonly name: string },
): Promise<DeskRow> => {
  await owner.query(
    `INSERT INTO operational.desk (key, name, url, corrections, method) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [key, name, url, corrections, method],
  );
  const row = await rowOf(owner, key);
  if (row === undefined || row.completed_at !== null)
    throw new StartRefused(`There is a desk with the key ${key} already: choose another with --key.`);
  await owner.query('SELECT event_store.open_desk($1)', [row.desk_id]);
  return { deskId: row.desk_id, createdAt: row.created_at.toISOString() };
};

/** From now on the installer leaves this desk alone. */
export const completeDesk = async (owner: Pool, deskId: number): Promise<void> => {
  await owner.query('UPDATE operational.desk SET completed_at = now() WHERE desk_id = $1', [deskId]);
};

/** The id of a finished desk. Refuses a key that no desk has. */
export const deskIdOf = async (owner: Pool, key: string): Promise<number> => {
  const row = await rowOf(owner, key);
  if (row === undefined || row.completed_at === null)
    throw new StartRefused(`There is no desk with the key ${key}: make one with desk create.`);
  return row.desk_id;
};
