import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, readIfPresent } from './files.js';

/** Leaves a sign that this process is there: a file named by its pid, which says when the process began. */
export const signIn = (directory: string): void => {
  writeFileSync(path.join(directory, String(process.pid)), beginningOf(process.pid));
};

export const signOut = (directory: string, pid: number = process.pid): void => {
  rmSync(path.join(directory, String(pid)), { force: true });
};

/** The living processes signed in here, without this one. Those that died are signed out. */
export const otherProcesses = (directory: string): readonly number[] => {
  const others = readdirSync(directory)
    .map(Number)
    .filter((pid) => pid !== process.pid);
  const gone = others.filter((pid) => !isStillThere(directory, pid));
  for (const pid of gone) signOut(directory, pid);
  return others.filter((pid) => !gone.includes(pid));
};

/** A process that has ended but was never waited for does not count: in a container, orphans often stay so. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return !/^State:\s+Z/m.test(told(pid, 'status') ?? '');
};

/** Whether this is among the arguments of the process; also where the system does not tell them. */
export const isRunningWith = (pid: number, argument: string): boolean => {
  const command = told(pid, 'cmdline') ?? '';
  return command === '' || command.split('\0').includes(argument);
};

/** A process that has ended meanwhile is none of our business any more. */
export const sendSignal = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
};

/** Whether it was done before the time was over. */
export const within = async (milliseconds: number, isDone: () => boolean): Promise<boolean> => {
  const deadline = Date.now() + milliseconds;
  while (!isDone()) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
};

/** Its pid may have passed to another process since it died: after a restart of a container, that is common. */
const isStillThere = (directory: string, pid: number): boolean =>
  isAlive(pid) && readIfPresent(path.join(directory, String(pid))) === beginningOf(pid);

/** In ticks since the machine started; the same for all where the system does not tell. */
const beginningOf = (pid: number): string => {
  const afterName = told(pid, 'stat')?.split(') ').at(-1);
  return afterName?.split(' ')[19] ?? '';
};

/** Linux tells; and not everything to everybody. */
const told = (pid: number, what: 'status' | 'stat' | 'cmdline'): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return undefined;
  }
};
