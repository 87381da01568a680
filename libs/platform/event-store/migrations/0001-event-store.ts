import { APPEND } from './0001-event-store/append.js';
import { APPEND_ONLY } from './0001-event-store/append-only.js';
import { LOG } from './0001-event-store/log.js';
import { ROLES } from './0001-event-store/roles.js';
import { TABLES } from './0001-event-store/tables.js';

/**
 * SQLSTATEs: DK001 wrong expected version, DK002 command id reused, DK003 stream closed, DK004 lease lost, DK005 fast path
 * refused (nothing stored), DK006 append-only, DK007 misuse.
 */
export const EVENT_STORE = `
CREATE SCHEMA event_store;
SET LOCAL search_path = event_store;
${TABLES}${APPEND_ONLY}${APPEND}${LOG}${ROLES}`;
