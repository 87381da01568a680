import { createHash } from 'node:crypto';

const TIME_BYTES = 6;

/**
 * The id of a command that follows from something: UUIDv8, the time of its source in milliseconds, so that indexes grow
 * at one end, then a hash of what the command is. The same work has the same id each time it is done.
 */
export const derivedId = (sourceTime: string, name: string): string => {
  const id = Buffer.alloc(16);
  id.writeUIntBE(Date.parse(sourceTime), 0, TIME_BYTES);
  createHash('sha256').update(name).digest().copy(id, TIME_BYTES, TIME_BYTES, id.length);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x80; // version 8
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80; // variant
  return id.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};
