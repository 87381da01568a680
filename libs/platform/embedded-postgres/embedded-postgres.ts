import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { assertSameMajor, makeCluster } from './cluster.js';
import { homeAt, prepareHome } from './home.js';
import type { Home } from './home.js';
import { makeLogins, urlOf } from './logins.js';
import type { Login } from './logins.js';
import { otherProcesses, signIn, signOut } from './processes.js';
import { findServer, isRunning, launch, stopServer } from './server.js';
import type { ServerSettings } from './server.js';

export type EmbeddedPostgresOptions = {
  /** Everything is kept here: the cluster and its passwords, the port, the log, and who has the server open. */
  readonly home: string;
  readonly settings?: ServerSettings;
  /** Told when the server ended by itself and could not be started again; it is tried again later. */
  readonly report?: (error: Error) => void;
};

export type EmbeddedPostgres = {
  /** Whether this process started the server, joined others in it, or found it left running by a process that died. */
  readonly how: 'started' | 'joined' | 'adopted';
  readonly port: number;
  /** The database of Docket, unless another is named. */
  url(login: Login, database?: string): string;
  /** Leaves. The last process to leave stops the server. Close every connection first. */
  stop(): Promise<void>;
};

const WATCH_INTERVAL_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts the bundled PostgreSQL, or joins it where a process of this machine already has it open.
 *
 * There is no lock file that a dead process could leave behind. Of several that make the cluster, the first to rename
 * it into place wins; of several that start the server, PostgreSQL lets one; and since a joining process signs in before
 * it looks who is leaving, while a leaving process says so before it looks who is in, no server stops under anyone.
 * Once in a process: the sign is the pid.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const home = homeAt(options.home);
  prepareHome(home);
  signIn(home.users);
  while (otherProcesses(home.leaving).length > 0) await sleep(20);
  try {
    const found = await findServer(home);
    const { server, isOurs } = found === undefined ? await start(home, options) : { server: found, isOurs: false };
    await makeLogins(home, server.port);
    const how = howItCame(home, isOurs);
    const watch = watchServer(home, server.port, options);
    return {
      how,
      port: server.port,
      url: (login, database) => urlOf(home, server.port, login, database),
      stop: async () => {
        await watch.end();
        await leave(home);
      },
    };
  } catch (error) {
    await leave(home);
    throw error;
  }
};

const start = async (home: Home, { settings = {} }: EmbeddedPostgresOptions, port?: number) => {
  const binaries = await findBinaries(home);
  makeCluster(home, binaries);
  assertSameMajor(home, binaries);
  return launch(home, binaries, settings, port);
};

const howItCame = (home: Home, isOurs: boolean): EmbeddedPostgres['how'] => {
  if (isOurs) return 'started';
  return otherProcesses(home.users).length > 0 ? 'joined' : 'adopted';
};

/** Starts a server that ended by itself again, on the same port, which open pools come back to. */
const watchServer = (home: Home, port: number, options: EmbeddedPostgresOptions): { end(): Promise<void> } => {
  const ending = new AbortController();
  const watching = (async () => {
    let failures = 0;
    while (await pause(WATCH_INTERVAL_MS * 2 ** failures, ending.signal)) {
      if (isRunning(home)) continue;
      try {
        await restart(home, options, port);
        failures = 0;
      } catch (error) {
        failures += 1;
        options.report?.(error as Error);
      }
    }
  })();
  return {
    end: () => {
      ending.abort();
      return watching;
    },
  };
};

/** Never in place of data that somebody took away: a new, empty database would look like a loss of everything. */
const restart = async (home: Home, options: EmbeddedPostgresOptions, port: number): Promise<void> => {
  if (!existsSync(home.cluster))
    throw new Error(`${home.cluster} is gone. PostgreSQL is not started again without it.`);
  await start(home, options, port);
};

/** Whether the pause was let pass. It alone keeps no process alive. */
const pause = async (milliseconds: number, signal: AbortSignal): Promise<boolean> => {
  try {
    await sleep(Math.min(milliseconds, LONGEST_PAUSE_MS), undefined, { ref: false, signal });
    return true;
  } catch {
    return false;
  }
};

/** The last to leave stops whichever server is there by now: the one it joined may have died and been replaced. */
const leave = async (home: Home): Promise<void> => {
  signOut(home.users);
  signIn(home.leaving);
  try {
    if (otherProcesses(home.users).length > 0) return;
    const server = await findServer(home);
    if (server !== undefined) await stopServer(home, server);
  } finally {
    signOut(home.leaving);
  }
};
