import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf, readIfPresent } from './files.js';
import { dataOf } from './home.js';
import type { Home } from './home.js';
import { isAlive, isRunningWith } from './processes.js';

/** What the server says of itself in the file that it keeps while it runs, and leaves behind when it is killed. */
export type PidFile = {
  readonly pid: number;
  readonly data: string;
  readonly port: number;
  readonly status: string;
};

export const readPidFile = (home: Home): PidFile | undefined => {
  const text = readIfPresent(fileIn(home));
  return text === undefined ? undefined : parsed(text);
};

/** Whether the server lives that wrote this. Its pid may have passed to another process since. */
export const isOfLiving = ({ pid, data }: PidFile): boolean => isAlive(pid) && isRunningWith(pid, data);

/**
 * PostgreSQL takes whatever lives under the pid of a server that was killed for that server, and does not start. If
 * nothing lives there it judges better than we do. Another process may have come to the same end and started it
 * meanwhile: then its file is put back.
 */
export const removeStalePidFile = (home: Home): void => {
  const stale = readPidFile(home);
  if (stale === undefined || !isAlive(stale.pid) || isRunningWith(stale.pid, stale.data)) return;
  const aside = `${fileIn(home)}.${process.pid}`;
  try {
    renameSync(fileIn(home), aside);
    const isOther = parsed(readFileSync(aside, 'utf8'))?.pid !== stale.pid;
    if (isOther) linkSync(aside, fileIn(home));
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error; // another process was faster
  }
};

const fileIn = (home: Home): string => path.join(dataOf(home.cluster), 'postmaster.pid');

/** The pid in line 1, the data in line 2, the port in line 4, the status in line 8. */
const parsed = (text: string): PidFile | undefined => {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return { pid, data: lines[1] ?? '', port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
};
