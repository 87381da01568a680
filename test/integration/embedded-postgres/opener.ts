import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { DatabaseUrls } from '#platform/config';

/** A process of its own that has the database of a home open. */
export type Opener = {
  readonly how: string;
  readonly urls: DatabaseUrls;
  /** Leaves it alone, and it goes. */
  leave(): Promise<void>;
  kill(): Promise<void>;
};

type Answer = { readonly how: string; readonly urls: DatabaseUrls } | { readonly refused: string };

const processes: ChildProcess[] = [];

export const open = async (home: string, ownServer = ''): Promise<Opener> => {
  const { answer, child } = await answerOf(home, ownServer);
  if ('refused' in answer) throw new Error(answer.refused);
  return { ...answer, leave: () => leave(child), kill: () => kill(child) };
};

/** Why the database of this home is not opened. */
export const refusalOf = async (home: string): Promise<string> => {
  const { answer } = await answerOf(home);
  if ('refused' in answer) return answer.refused;
  throw new Error('It was opened.');
};

export const leaveAll = async (): Promise<void> => {
  await Promise.all(processes.splice(0).map(leave));
};

const answerOf = async (home: string, ownServer = '') => {
  const env = { ...process.env, DATABASE_URL: ownServer, DOCKET_HOME: home };
  const child = fork(new URL('open-database.mjs', import.meta.url), { env });
  processes.push(child);
  const [answer] = (await Promise.race([once(child, 'message'), failure(child)])) as [Answer];
  return { answer, child };
};

const failure = async (child: ChildProcess): Promise<never> => {
  const [code] = (await once(child, 'exit')) as [number];
  throw new Error(`The process ended with ${code} before it answered.`);
};

const leave = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  await exit;
};

const kill = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};
