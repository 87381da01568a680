import { setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy, StoreUnavailable } from './errors.js';

const BUSY_TRIES = 5;
const PATIENCE_MS = 10_000;
const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** Serialization failure, deadlock, lock timeout: nothing was stored. */
const BUSY = new Set(['40001', '40P01', '55P03']);
/** The disk is full, the server is a replica: nothing was stored, and again will not help. */
const HOPELESS = new Set(['53100', '25006']);
/** The server stops, starts or cut the connection or the statement. */
const LOST = new Set(['57014', '57P01', '57P02', '57P03', '53300']);
const LOST_SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
const LOST_MESSAGE = /timeout|terminated|not queryable/i;

/**
 * Does it again after a passing trouble, also where nobody knows whether it was done: so it must be something that may
 * be done twice. Then throws `StoreBusy` or `StoreUnavailable`; whatever else goes wrong is thrown as it is.
 */
export const withPatience = async <Result>(work: () => Promise<Result>, patienceMs = PATIENCE_MS): Promise<Result> => {
  const start = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleIn(error);
      if (trouble === undefined) throw error;
      if (trouble === 'busy' && attempt >= BUSY_TRIES) throw new StoreBusy('The database is busy.', { cause: error });
      if (trouble === 'hopeless' || Date.now() - start > patienceMs)
        throw new StoreUnavailable('The database does not take this now.', { cause: error });
    }
    const longest = Math.min(SHORTEST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
    await sleep(SHORTEST_PAUSE_MS + Math.random() * longest);
  }
};

type Trouble = 'busy' | 'lost' | 'hopeless';

const troubleIn = (error: unknown): Trouble | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (BUSY.has(code)) return 'busy';
  if (HOPELESS.has(code)) return 'hopeless';
  const isLost = code.startsWith('08') || LOST.has(code) || LOST_SOCKET.has(code);
  return isLost || (code === '' && LOST_MESSAGE.test(error.message)) ? 'lost' : undefined;
};
