import { Command, InvalidArgumentError } from 'commander';
import { readSettings } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';
import { dataDirectory, statementsIn } from './data-texts.js';
import { seedDesk } from './seed-desk.js';
import { madeUp } from './texts.js';

type SeedOptions = {
  readonly desk: string;
  readonly checks: number;
  readonly seed: string;
  readonly data?: string;
  readonly more?: true;
};

const seed = async ({ data, ...wish }: SeedOptions): Promise<void> => {
  const directory = dataDirectory(data);
  const found = statementsIn(directory, data !== undefined);
  console.log(found === undefined ? 'The texts are made up.' : `The texts are claims of ${directory}.`);
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  const begun = performance.now();
  try {
    await seedDesk({ ...settings, database: database.urls }, { ...wish, statements: found ?? madeUp }, (sentence) =>
      console.log(`${((performance.now() - begun) / 1_000).toFixed(0).padStart(5)} s  ${sentence}`),
    );
  } finally {
    await database.stop();
  }
};

const MOST_CHECKS = 1_000_000;

const count = (value: string): number => {
  const checks = Number(value);
  if (!Number.isInteger(checks) || checks < 1 || checks > MOST_CHECKS)
    throw new InvalidArgumentError(`From 1 to ${MOST_CHECKS}.`);
  return checks;
};

export const seedCommand = new Command('seed')
  .description('fills a desk with checks in all stages, to try Docket out and to measure it; no worker may be running')
  .requiredOption('--desk <key>', 'the key of the desk, which has no check yet')
  .requiredOption('--checks <count>', 'how many', count)
  .option('--seed <text>', 'another one gives another history, the same one the same', '1')
  .option('--data <directory>', 'where claims of others are, to be used as texts: else DOCKET_DATA_DIR, or made up')
  .option('--more', 'also where the desk has checks already')
  .action(seed);
