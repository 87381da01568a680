import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '#platform/config';
import { codeOf } from './files.js';
import { isAlive } from './processes.js';

/** The directory of one bundled server. */
export type Home = {
  readonly root: string;
  /** The data and the passwords that open them: made, and renamed into place, together. */
  readonly cluster: string;
  readonly port: string;
  readonly log: string;
  /** The processes that have the server open, and those that look whether they are the last. */
  readonly users: string;
  readonly leaving: string;
};

export const homeAt = (directory: string): Home => {
  const root = path.resolve(directory);
  return {
    root,
    cluster: path.join(root, 'cluster'),
    port: path.join(root, 'port'),
    log: path.join(root, 'postgres.log'),
    users: path.join(root, 'users'),
    leaving: path.join(root, 'leaving'),
  };
};

export const dataOf = (cluster: string): string => path.join(cluster, 'data');

/** Where this process makes something that is then renamed into its place. */
export const unfinishedIn = (home: Home, what: 'cluster' | 'binaries'): string =>
  path.join(home.root, `${what}.${process.pid}`);

/** Makes what is missing of it. Refuses a home of which this user is not the master. */
export const prepareHome = (home: Home): void => {
  try {
    assertOurs(home.root);
    const firstMade = makeDirectory(home.users);
    makeDirectory(home.leaving);
    if (process.getuid?.() === 0) letThrough(home.root, firstMade ?? home.users);
    removeUnfinished(home.root);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new StartRefused(
      `Docket keeps its database in ${home.root}, which cannot be used (${(error as Error).message}). ` +
        'Set DOCKET_HOME to a directory where this user may write.',
    );
  }
};

/**
 * The first that was missing on the way there. One by one: where nothing can ever be made, as below /proc, Node's own way
 * of making them all tries again without end.
 */
const makeDirectory = (directory: string): string | undefined => {
  if (existsSync(directory)) return undefined;
  const firstMade = makeDirectory(path.dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // another process was faster
  }
  return firstMade ?? directory;
};

/** Others could put something in the place of what root runs there, and root would make files that others cannot use. */
const assertOurs = (root: string): void => {
  const us = process.getuid?.();
  const owner = statSync(root, { throwIfNoEntry: false })?.uid;
  if (us === undefined || owner === undefined || owner === us) return;
  throw new StartRefused(
    `${root} belongs to another user (uid ${owner}). ` +
      'Start Docket as that user, or set DOCKET_HOME to a directory of your own.',
  );
};

/** Whatever the umask of root, the unprivileged user who runs the server gets through the directories made for it. */
const letThrough = (root: string, firstMade: string): void => {
  for (let directory = root; directory.length >= firstMade.length; directory = path.dirname(directory)) {
    chmodSync(directory, 0o755);
  }
};

/** What processes left behind that died, or were this one in an earlier life, while they made something. */
const removeUnfinished = (root: string): void => {
  const names = readdirSync(root).filter((name) => /^(cluster|binaries)\.\d+$/.test(name));
  for (const name of names) {
    const pid = Number(path.extname(name).slice(1));
    if (pid === process.pid || !isAlive(pid)) rmSync(path.join(root, name), { recursive: true, force: true });
  }
};
