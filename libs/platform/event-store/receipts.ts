import type { Receipt } from '#kernel';
import { CommandIdReused } from './errors.js';
import type { Request } from './event-store.js';
import type { StoredEvent } from './stored-event.js';

/** A row of `read_stream`: an event, or first of all the receipt of a command that had nothing to do. */
export type StreamRow = Omit<StoredEvent, 'stream_id' | 'type'> & {
  readonly type: string | null;
  readonly part: number;
  readonly fingerprint: Buffer | null;
};

/**
 * The first answer to this command, if it is among what it wrote to its stream. Its fingerprint stands in part 0, until
 * something of it is erased: then its id alone tells. Without part 0 it was for another stream, and `append` will say so.
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
