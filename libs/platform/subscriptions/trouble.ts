import { LogHole, StoreBusy, StoreUnavailable } from '#platform/event-store';

/** Serialization failure, deadlock, lock timeout; statement cut, server stops or starts, no connection left. */
const PASSING = new Set(['40001', '40P01', '55P03', '57014', '57P01', '57P02', '57P03', '53300', '53100', '25006']);
const PASSING_SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
const PASSING_MESSAGE = /timeout|terminated|ended unexpectedly|not queryable/i;

const LEASE_LOST = 'DK004';
const DEFECTS = new Set(['DK006', 'DK007']);

/** The same again may well succeed: the database was away, or busy. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof StoreBusy || error instanceof StoreUnavailable) return true;
  const code = codeOf(error);
  if (code === '') return error instanceof Error && PASSING_MESSAGE.test(error.message);
  return PASSING.has(code) || PASSING_SOCKET.has(code) || code.startsWith('08');
};

/** Another process has the subscription now, or it moved: nothing was committed. */
export const isLeaseLost = (error: unknown): boolean => codeOf(error) === LEASE_LOST;

/** A broken promise of the log, or misuse: nobody goes on from there. */
export const isDefect = (error: unknown): boolean => error instanceof LogHole || DEFECTS.has(codeOf(error));

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
