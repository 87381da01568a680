import { EVENT_STORE } from './0001-event-store.js';
import { READ_STREAMS } from './0002-read-streams.js';

/** SQL that is run once in each database, in a transaction of its own. Never edited: only followed by another. */
export type Migration = { readonly name: string; readonly sql: string };

export const EVENT_STORE_MIGRATIONS: readonly Migration[] = [
  { name: '0001-event-store', sql: EVENT_STORE },
  { name: '0002-read-streams', sql: READ_STREAMS },
];
