import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '#platform/config';
import { run } from './binaries.js';
import type { Binaries, Identity } from './binaries.js';
import { renameUnlessPresent } from './files.js';
import { dataOf, unfinishedIn } from './home.js';
import type { Home } from './home.js';
import { makePasswords, passwordFileOf, userOf } from './logins.js';

/** Made beside its place and renamed into it, so that a half-made cluster is never taken for a good one. */
export const makeCluster = (home: Home, binaries: Binaries): void => {
  if (existsSync(home.cluster)) return;
  const unfinished = unfinishedIn(home, 'cluster');
  const data = dataOf(unfinished);
  mkdirSync(data, { recursive: true });
  chmodSync(unfinished, 0o755);
  chmodSync(data, 0o700);
  give(data, binaries.runAs);
  makePasswords(unfinished);
  initialize(binaries, data, passwordFileOf(unfinished, 'admin'));
  renameUnlessPresent(unfinished, home.cluster);
};

export const assertSameMajor = (home: Home, { version }: Binaries): void => {
  const made = readFileSync(path.join(dataOf(home.cluster), 'PG_VERSION'), 'utf8').trim();
  if (version.startsWith(`${made}.`)) return;
  throw new StartRefused(
    `${home.cluster} was made by PostgreSQL ${made}, and ${version} is bundled. ` +
      `Start the release of Docket that made it, or set DOCKET_HOME to another directory.`,
  );
};

const initialize = (binaries: Binaries, data: string, passwordFile: string): void => {
  give(passwordFile, binaries.runAs);
  const { status, stderr, error } = run(binaries, 'initdb', [
    `--pgdata=${data}`,
    `--username=${userOf('admin')}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8', // with C, text search takes quotation marks for letters
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  if (error !== undefined) throw error;
  if (status !== 0) throw refusal(data, stderr);
  give(passwordFile, { uid: process.getuid?.(), gid: process.getgid?.() });
};

const refusal = (data: string, output: string): StartRefused => {
  const said = output.split('\n').find((line) => /error:|FATAL:/.test(line)) ?? output.trim().replaceAll(/\s+/g, ' ');
  return new StartRefused(
    `PostgreSQL could not make its files in ${data} (${said.trim()}). Remove the cause, or set DOCKET_HOME to another directory.`,
  );
};

const give = (file: string, { uid, gid }: Identity): void => {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
};
