import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '#platform/config';
import { childOptions } from './binaries.js';
import type { Binaries } from './binaries.js';
import { readIfPresent } from './files.js';
import { dataOf } from './home.js';
import type { Home } from './home.js';
import { isOfLiving, readPidFile, removeStalePidFile } from './pid-file.js';
import type { PidFile } from './pid-file.js';
import { canConnect, freePort } from './ports.js';
import { isAlive, sendSignal, within } from './processes.js';

export type Server = Pick<PidFile, 'pid' | 'port'>;

/** Server settings, such as `{ fsync: 'off' }` in tests. Who joins a running server takes it as it is. */
export type ServerSettings = Readonly<Record<string, string>>;

type LaunchOutcome = {
  readonly server?: Server;
  /** `remains`: a server that was killed has left its pid file, or processes that are still ending and hold its memory. */
  readonly trouble?: 'port-taken' | 'remains' | 'other';
  readonly output: string;
};

const START_TIMEOUT_MS = 120_000; // after a crash it reads its log again
const REMAINS_TIMEOUT_MS = 30_000;
const REFUSED_TIMEOUT_MS = 1_000;
const LOG_LIMIT_BYTES = 10_000_000;
const STOP_SIGNALS = [
  { signal: 'SIGTERM', patience: 2_000 },
  { signal: 'SIGINT', patience: 15_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
] as const;

/** Ours, or that of a process which was faster. A fixed port is kept whatever happens: open pools come back to it. */
export const launch = async (
  home: Home,
  binaries: Binaries,
  settings: ServerSettings,
  fixedPort?: number,
): Promise<{ readonly server: Server; readonly isOurs: boolean }> => {
  const deadline = Date.now() + REMAINS_TIMEOUT_MS;
  for (let port = fixedPort ?? rememberedPort(home) ?? (await freePort()); ;) {
    const outcome = await tryLaunch(home, binaries, port, settings);
    if (outcome.server !== undefined) {
      writeFileSync(home.port, String(port));
      return { server: outcome.server, isOurs: true };
    }
    const winner = await findServer(home);
    if (winner !== undefined) return { server: winner, isOurs: false };
    const mayRetry = outcome.trouble === 'remains' || (outcome.trouble === 'port-taken' && fixedPort === undefined);
    if (!mayRetry || Date.now() > deadline) throw refusal(home, outcome);
    if (outcome.trouble === 'port-taken') port = await freePort();
    else await sleep(100);
    removeStalePidFile(home);
  }
};

/** The server on this cluster, whoever started it. Waits while it starts, recovers or stops. */
export const findServer = async (home: Home): Promise<Server | undefined> => {
  const start = Date.now();
  while (Date.now() - start < START_TIMEOUT_MS) {
    const server = readPidFile(home);
    if (server === undefined || !isOfLiving(server)) return undefined;
    const isOpen = await canConnect(server.port);
    if (isOpen && server.status === 'ready') return server;
    // Where the system does not tell whose the pid is by now, PostgreSQL does, when it is started.
    const isRefused = !isOpen && server.status !== 'stopping';
    if (isRefused && Date.now() - start > REFUSED_TIMEOUT_MS) return undefined;
    await sleep(25);
  }
  return undefined;
};

export const isRunning = (home: Home): boolean => {
  const server = readPidFile(home);
  return server !== undefined && isOfLiving(server);
};

/**
 * First the stop that waits for connections to end: a pool that has ended still says goodbye for a moment. Then the fast
 * one, which cuts them and rolls back what is open; then, if that hangs, one that leaves recovery to the next start.
 */
export const stopServer = async (home: Home, server: Server): Promise<void> => {
  for (const { signal, patience } of STOP_SIGNALS) {
    sendSignal(server.pid, signal);
    const isStopped = await within(patience, () => !isAlive(server.pid));
    if (isStopped) return;
  }
  throw new Error(`PostgreSQL (pid ${server.pid}) did not stop. Its log is ${home.log}.`);
};

const tryLaunch = async (
  home: Home,
  { directory, runAs }: Binaries,
  port: number,
  settings: ServerSettings,
): Promise<LaunchOutcome> => {
  const log = openLog(home.log);
  const logStart = statSync(home.log).size;
  const flags = Object.entries({
    max_connections: '200',
    ...settings,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
  });
  const child = spawn(path.join(directory, 'postgres'), ['-D', dataOf(home.cluster), ...flags.map(asFlag)], {
    ...childOptions(runAs),
    detached: true, // Ctrl-C reaches Node alone
    stdio: ['ignore', log, log], // a pipe would break when its reader dies
  });
  closeSync(log);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  child.unref();
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const server = readPidFile(home);
    if (server?.pid === child.pid && server?.status === 'ready' && (await canConnect(port))) {
      return { server: { pid: server.pid, port }, output: '' };
    }
    await sleep(10);
    if (failure !== undefined) throw failure;
  }
  child.kill('SIGQUIT');
  const output = readFileSync(home.log).subarray(logStart).toString('utf8');
  return { trouble: troubleIn(output), output };
};

const troubleIn = (output: string): 'port-taken' | 'remains' | 'other' => {
  if (/could not bind|Address already in use/.test(output)) return 'port-taken';
  if (/pre-existing shared memory block|lock file .* already exists/.test(output)) return 'remains';
  return 'other';
};

const refusal = (home: Home, { output }: LaunchOutcome): StartRefused => {
  const said = output.split('\n').findLast((line) => /FATAL:|PANIC:|ERROR:/.test(line)) ?? 'no reason given';
  return new StartRefused(`The bundled PostgreSQL did not start (${said.trim()}). Its log, ${home.log}, says more.`);
};

const asFlag = ([name, value]: readonly [string, string | number]): string => `--${name.replaceAll('_', '-')}=${value}`;

const rememberedPort = (home: Home): number | undefined => {
  const port = Number(readIfPresent(home.port));
  return port > 0 ? port : undefined;
};

const openLog = (file: string): number => {
  const isLong = existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES;
  return openSync(file, isLong ? 'w' : 'a', 0o600);
};
