import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { urlsOf } from './database-urls.js';
import type { DatabaseUrls } from './database-urls.js';
import { StartRefused } from './start-refused.js';

/** All that a process of Docket is told from outside. */
export type Config = {
  readonly database: DatabaseUrls;
  readonly port: number;
  readonly host: string;
  /** An absolute path. What is kept on this machine: the bundled database, and the files unless they have a place. */
  readonly home: string;
  readonly filesDirectory: string;
  readonly maxUploadBytes: number;
  /** Hosts, or `host:port`, in lower case, that a capture may reach although they would be refused. */
  readonly captureAllow: readonly string[];
  readonly captureMaxBytes: number;
  readonly captureTimeoutMs: number;
  /** How long a subscription keeps its place without a sign of life. */
  readonly leaseMs: number;
  readonly jobLockMs: number;
  readonly stalledIntervalMs: number;
};

/** The configuration before there is a database: without `database`, the bundled PostgreSQL is to be started. */
export type Settings = Omit<Config, 'database'> & { readonly database?: DatabaseUrls };

type Environment = Readonly<Record<string, string | undefined>>;
type User = { readonly isRoot: boolean; readonly homeDirectory: string };

/** Reads the environment. Every mistake is told at once, in one `StartRefused`; a variable without text counts as unset. */
export const readSettings = (env: Environment, user: User = currentUser()): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const { data, error } = variables.safeParse(given);
  const mistakes = [...(error?.issues.map(({ message }) => message) ?? []), ...lonelyUrls(given)];
  if (data === undefined || mistakes.length > 0) throw refusal(mistakes);
  const home = path.resolve(data.DOCKET_HOME ?? usualHome(given, user));
  return {
    database: databaseOf(data),
    port: data.PORT,
    host: data.HOST,
    home,
    filesDirectory: path.resolve(data.DOCKET_FILES ?? path.join(home, 'files')),
    maxUploadBytes: data.MAX_UPLOAD_BYTES,
    captureAllow: data.CAPTURE_ALLOW,
    captureMaxBytes: data.CAPTURE_MAX_BYTES,
    captureTimeoutMs: data.CAPTURE_TIMEOUT_MS,
    leaseMs: data.LEASE_MS,
    jobLockMs: data.JOB_LOCK_MS,
    stalledIntervalMs: data.STALLED_INTERVAL_MS,
  };
};

const MEGABYTE = 1024 * 1024;

const databaseUrl = (name: string) =>
  z
    .url({
      protocol: /^postgres(ql)?$/,
      error: `${name} must be a URL such as postgres://user:password@host:5432/docket`, // never with what was given: it may hold a password
    })
    .optional();

const whole = (name: string, usual: number, { from = 1, to = 2 ** 31 - 1 } = {}) => {
  const error = ({ input }: { readonly input?: unknown }) =>
    `${name} must be a whole number from ${from} to ${to}, and is ${JSON.stringify(input)}`;
  return z
    .string()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to, { error })
    .transform(Number)
    .default(usual);
};

const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/;

const allowedHosts = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .split(',')
      .map((entry) => entry.trim()),
  )
  .refine((entries) => entries.every((entry) => HOST_AND_PORT.test(entry)), {
    error: 'CAPTURE_ALLOW must list hosts, with or without a port, such as localhost:8080,archive.example',
  })
  .default([]);

const variables = z.object({
  DATABASE_URL: databaseUrl('DATABASE_URL'),
  DATABASE_URL_API: databaseUrl('DATABASE_URL_API'),
  DATABASE_URL_WORKER: databaseUrl('DATABASE_URL_WORKER'),
  PORT: whole('PORT', 3000, { from: 0, to: 65_535 }),
  HOST: z.string().default('127.0.0.1'),
  DOCKET_HOME: z.string().optional(),
  DOCKET_FILES: z.string().optional(),
  MAX_UPLOAD_BYTES: whole('MAX_UPLOAD_BYTES', 50 * MEGABYTE),
  CAPTURE_ALLOW: allowedHosts,
  CAPTURE_MAX_BYTES: whole('CAPTURE_MAX_BYTES', 10 * MEGABYTE),
  CAPTURE_TIMEOUT_MS: whole('CAPTURE_TIMEOUT_MS', 10_000),
  LEASE_MS: whole('LEASE_MS', 15_000),
  JOB_LOCK_MS: whole('JOB_LOCK_MS', 30_000),
  STALLED_INTERVAL_MS: whole('STALLED_INTERVAL_MS', 15_000),
});

/** The other two are nothing without a server to migrate. */
const lonelyUrls = (given: Environment): readonly string[] =>
  ['DATABASE_URL_API', 'DATABASE_URL_WORKER']
    .filter((name) => given[name] !== undefined && given['DATABASE_URL'] === undefined)
    .map((name) => `${name} is set without DATABASE_URL, which must be set too`);

const databaseOf = (data: z.infer<typeof variables>): DatabaseUrls | undefined => {
  if (data.DATABASE_URL === undefined) return undefined;
  return urlsOf(data.DATABASE_URL, { api: data.DATABASE_URL_API, worker: data.DATABASE_URL_WORKER });
};

/** Where programs of this machine keep what is theirs. */
const usualHome = (env: Environment, { isRoot, homeDirectory }: User): string => {
  if (isRoot) return '/var/lib/docket';
  const data = env['XDG_DATA_HOME'];
  const hasPlace = data !== undefined && path.isAbsolute(data);
  return path.join(hasPlace ? data : path.join(homeDirectory, '.local', 'share'), 'docket');
};

const currentUser = (): User => ({ isRoot: process.getuid?.() === 0, homeDirectory: homedir() });

const refusal = (mistakes: readonly string[]): StartRefused =>
  new StartRefused(`The settings in the environment are wrong: ${mistakes.join('; ')}.`);
