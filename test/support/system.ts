import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startChild, untilReady } from '../../apps/docket/src/child-process.js';
import type { Child } from '../../apps/docket/src/child-process.js';
import { freshDatabase } from './database.js';
import type { TestDatabase } from './database.js';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** A database, an API and a worker, each a process of its own, as the compiled program runs them. */
export type System = {
  readonly database: TestDatabase;
  readonly url: string;
  readonly home: string;
  worker(): Child;
  /** Another worker, where the one before has ended. */
  startWorker(): Child;
  stop(): Promise<void>;
};

type Environment = Readonly<Record<string, string>>;

/** Short leases and locks, so that a test of a kill need not wait for them. */
const IMPATIENT: Environment = { LEASE_MS: '2000', JOB_LOCK_MS: '3000', STALLED_INTERVAL_MS: '1000' };

export const startSystem = async (env: Environment = {}): Promise<System> => {
  const database = await freshDatabase();
  const home = mkdtempSync(path.join(tmpdir(), 'docket-e2e-'));
  const port = await freePort();
  const environment = {
    DATABASE_URL: database.urls.owner,
    DATABASE_URL_API: database.urls.api,
    DATABASE_URL_WORKER: database.urls.worker,
    DOCKET_HOME: home,
    PORT: String(port),
    ...IMPATIENT,
    ...env,
  };
  const startWorker = (): Child => startChild(path.join(DIST, 'apps/worker/src/main.js'), environment);
  const api = startChild(path.join(DIST, 'apps/api/src/main.js'), environment);
  let worker = startWorker();
  const stop = async (): Promise<void> => {
    await Promise.all([api.stop(), worker.stop()]);
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady([api, worker], `${url}/readyz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    database,
    url,
    home,
    worker: () => worker,
    startWorker: () => {
      worker = startWorker();
      return worker;
    },
    stop,
  };
};
