import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import { StartRefused } from '#platform/config';

/** How a desk shows itself in what it publishes. */
export type Publication = {
  readonly url?: string;
  /** Where it says how it corrects, and how it works. */
  readonly corrections?: string;
  readonly method?: string;
};

/** That a desk is a rehearsal, and where its clock stands at first: at this machine's time, if nothing is said. */
export type Rehearsal = { readonly from?: Instant };

export type DeskRow = {
  readonly deskId: number;
  readonly createdAt: Instant;
  /** What time it is at the desk when it is made. */
  readonly startsAt: Instant;
};

type DeskOpening = Publication & { readonly key: string; readonly name: string; readonly rehearsal?: Rehearsal };

type Row = { readonly desk_id: number; readonly created_at: Date; readonly completed_at: Date | null };

const REHEARSAL_KEY = 'rehearsal-';

const rowOf = async (owner: Pool, key: string): Promise<Row | undefined> => {
  const { rows } = await owner.query<Row>(
    'SELECT desk_id, created_at, completed_at FROM operational.desk WHERE key = $1',
    [key],
  );
  return rows[0];
};

/**
 * A new desk, or one that an interrupted installer left half made: its commands have the same ids again, so that nothing
 * is done twice. Refuses a key that is taken, and one that does not tell a rehearsal from other desks.
 */
export const openDesk = async (
  owner: Pool,
  { key, name, url, corrections, method, rehearsal }: DeskOpening,
): Promise<DeskRow> => {
  demandFittingKey(key, rehearsal !== undefined);
  await owner.query(
    `INSERT INTO operational.desk (key, name, url, corrections, method, rehearsal) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [key, name, url, corrections, method, rehearsal !== undefined],
  );
  const row = await rowOf(owner, key);
  if (row === undefined || row.completed_at !== null)
    throw new StartRefused(`There is a desk with the key ${key} already: choose another with --key.`);
  const { desk_id: deskId } = row;
  const createdAt = row.created_at.toISOString();
  const startsAt = rehearsal === undefined ? createdAt : await setClock(owner, deskId, rehearsal.from ?? createdAt);
  await owner.query('SELECT event_store.open_desk($1, $2)', [deskId, rehearsal !== undefined]);
  return { deskId, createdAt, startsAt };
};

/** Before the desk is opened: nobody finds a rehearsal without a clock. One that is set stays. */
const setClock = async (owner: Pool, deskId: number, from: Instant): Promise<Instant> => {
  await owner.query(
    `INSERT INTO operational.rehearsal_clock (desk_id, stands_at, target) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING`,
    [deskId, from],
  );
  const { rows } = await owner.query<{ readonly stands_at: Date }>(
    'SELECT stands_at FROM operational.rehearsal_clock WHERE desk_id = $1',
    [deskId],
  );
  return rows[0]?.stands_at.toISOString() ?? from;
};

const demandFittingKey = (key: string, isRehearsal: boolean): void => {
  if (key.startsWith(REHEARSAL_KEY) === isRehearsal) return;
  throw new StartRefused(
    isRehearsal
      ? `The key of a rehearsal desk begins with ${REHEARSAL_KEY}: choose one such as ${REHEARSAL_KEY}${key}.`
      : `Only the key of a rehearsal desk begins with ${REHEARSAL_KEY}: choose another, or add --rehearsal.`,
  );
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
