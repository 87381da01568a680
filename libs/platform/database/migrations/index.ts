import { EVENT_STORE_MIGRATIONS } from '#platform/event-store';
import type { Migration } from '#platform/event-store';
import { OPERATIONAL } from './0003-operational.js';
import { TRIGRAMS } from './0004-trigrams.js';
import { REHEARSAL } from './0005-rehearsal.js';
import { PUBLIC_DESKS } from './0006-public-desks.js';

/** In the order in which they run. */
export const MIGRATIONS: readonly Migration[] = [
  ...EVENT_STORE_MIGRATIONS,
  { name: '0003-operational', sql: OPERATIONAL },
  { name: '0004-trigrams', sql: TRIGRAMS },
  { name: '0005-rehearsal', sql: REHEARSAL },
  { name: '0006-public-desks', sql: PUBLIC_DESKS },
];
