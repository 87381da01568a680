import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readSettings } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';
import { freePort, startChild, untilReady } from '../../apps/docket/src/child-process.js';
import type { Child } from '../../apps/docket/src/child-process.js';
import { benchQueries } from './bench-queries.js';
import type { QueriesWish } from './bench-queries.js';
import { tableOf } from './report.js';

const API = path.resolve(import.meta.dirname, '../../apps/api/src/main.js');

/** The bundled server, in a home of its own and with its usual settings, and an API beside it as a process. */
const queries = async ({ json, ...wish }: QueriesWish & { readonly json?: true }): Promise<void> => {
  const home = mkdtempSync(path.join(tmpdir(), 'docket-bench-'));
  chmodSync(home, 0o755); // started by root, the server runs as somebody else
  const settings = readSettings({ DOCKET_HOME: home });
  const database = await openDatabase(settings);
  const children: Child[] = [];
  try {
    const report = await benchQueries(wish, {
      config: { ...settings, database: database.urls },
      say: (sentence) => console.error(sentence),
      serve: async () => {
        const port = await freePort();
        const { owner, api, worker } = database.urls;
        const urls = { DATABASE_URL: owner, DATABASE_URL_API: api, DATABASE_URL_WORKER: worker };
        children.push(startChild(API, { ...urls, DOCKET_HOME: home, PORT: String(port) }));
        await untilReady(children, `http://127.0.0.1:${port}/readyz`);
        return `http://127.0.0.1:${port}`;
      },
    });
    console.log(json ? JSON.stringify(report) : tableOf(report));
  } finally {
    for (const child of children) await child.stop();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
};

const count = (value: string): number => {
  const whole = Number(value);
  if (!Number.isInteger(whole) || whole < 1) throw new InvalidArgumentError('A whole number from 1 on.');
  return whole;
};

const program = new Command('bench').description('what Docket costs, as ratios within one run');

program
  .command('queries')
  .description('desk board, list of claims and full-text search: a large desk against a small one')
  .option('--json', 'one object instead of a table')
  .option('--small <checks>', 'of the small desk', count, 1_000)
  .option('--large <checks>', 'of the large desk', count, 100_000)
  .option('--seed <text>', 'another one gives other desks', '1')
  .option('--rounds <count>', 'how often each query is asked at each desk in a block', count, 60)
  .option('--blocks <count>', 'of which the median is taken', count, 5)
  .action(queries);

await program.parseAsync();
