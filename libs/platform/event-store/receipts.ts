import type { Receipt } from '#kernel';
import { CommandIdReused } from './errors.js';
import type { Request } from './event-store.js';
import type { StoredEvent } from './stored-event.js';

/**
 * A row of `load_stream`: an event; before them, without a type, the receipt of a command that had nothing to do; after
 * them, without a type, what this command id was used for elsewhere.
 */
export type StreamRow = Omit<StoredEvent, 'stream_id' | 'type'> & {
  readonly type: string | null;
  readonly part: number;
  readonly fingerprint: Buffer | null;
};

/**
 * The first answer to this command, if there is one. Its fingerprint stands in part 0, until something of it is erased:
 * then its id alone tells.
 */
export const receiptIn = (rows: readonly StreamRow[], id: string, request: Request): Receipt | undefined => {
  const own = rows.filter((row) => row.command_id === request.commandId);
  const head = own.find(({ part }) => part === 0);
  const last = own.at(-1);
  if (head === undefined || last === undefined) return undefined;
  const fingerprint = head.fingerprint?.toString('hex') ?? request.fingerprint;
  if (fingerprint !== request.fingerprint) throw new CommandIdReused(request.commandId);
  return { id, version: last.version, replayed: true };
};
