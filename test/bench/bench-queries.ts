import { createPool } from '#platform/database';
import type { Config } from '#platform/config';
import { TokenStore } from '#platform/sessions';
import { makeDesk } from '../../apps/docket/src/desk/make-desk.js';
import { asOperator } from '../../apps/docket/src/desk/operator.js';
import { readStandards } from '../../apps/docket/src/desk/policy-file.js';
import { Chance } from '../../apps/docket/src/seed/chance.js';
import { dataDirectory, statementsIn } from '../../apps/docket/src/seed/data-texts.js';
import { seedDesk } from '../../apps/docket/src/seed/seed-desk.js';
import type { Seeded } from '../../apps/docket/src/seed/seed.js';
import { madeUp } from '../../apps/docket/src/seed/texts.js';
import type { Statements } from '../../apps/docket/src/seed/texts.js';
import { measureQueries } from './queries.js';
import type { Desk } from './queries.js';
import type { Report } from './report.js';

export type QueriesWish = {
  readonly small: number;
  readonly large: number;
  readonly seed: string;
  readonly rounds: number;
  readonly blocks: number;
};

type Surroundings = {
  readonly config: Config;
  /** Starts the API on this database, and answers where it is. */
  readonly serve: () => Promise<string>;
  readonly say: (sentence: string) => void;
};

type SeededDesk = { readonly deskId: number; readonly seeded: Seeded; readonly checks: number };

/** Desk board, list of claims and full-text search at two sizes of desk, in one installation and one run. */
export const benchQueries = async (wish: QueriesWish, { config, serve, say }: Surroundings): Promise<Report> => {
  const directory = dataDirectory();
  const found = statementsIn(directory, false);
  const statements = found ?? madeUp;
  const begun = performance.now();
  const small = await deskOf(config, { wish, checks: wish.small, key: 'small', statements, say });
  const large = await deskOf(config, { wish, checks: wish.large, key: 'large', statements, say });
  const seedSeconds = Math.round((performance.now() - begun) / 1_000);
  const owner = createPool(config.database.owner, { max: 1, application: 'docket-bench' });
  try {
    const url = await serve();
    const tokens = new TokenStore(owner);
    const seen = async ({ deskId, seeded, checks }: SeededDesk): Promise<Desk> => ({
      url,
      token: await tokens.issue(deskId, seeded.editorId),
      checks,
    });
    const desks = { small: await seen(small), large: await seen(large) };
    const rows = await measureQueries({
      ...desks,
      memberOf: (desk) => (desk === desks.small ? small : large).seeded.reviewerId,
      words: wordsOf(statements, wish.seed),
      rounds: wish.rounds,
      blocks: wish.blocks,
    });
    const server = await settingsOf((sql) => owner.query(sql));
    const texts = found === undefined ? 'made up' : 'claims of others';
    return { bench: 'queries', settings: { ...wish, texts, seedSeconds, ...server }, rows };
  } finally {
    await owner.end();
  }
};

type DeskWish = {
  readonly wish: QueriesWish;
  readonly checks: number;
  readonly key: string;
  readonly statements: Statements;
  readonly say: (sentence: string) => void;
};

const deskOf = async (config: Config, { wish, checks, key, statements, say }: DeskWish): Promise<SeededDesk> => {
  const { deskId } = await asOperator(config, (operator) =>
    makeDesk(operator, { key, name: key, adminEmail: 'admin@desk.example', standards: readStandards() }),
  );
  const seeded = await seedDesk(config, { desk: key, checks, seed: wish.seed, statements }, (sentence) =>
    say(`${key}: ${sentence}`),
  );
  return { deskId, seeded, checks };
};

const WORDS = 20;

/** Words of claims like those of the desks, so that each is found in some. */
const wordsOf = (statements: Statements, seed: string): readonly string[] => {
  const chance = new Chance(`${seed}/words`);
  const words = new Set<string>();
  while (words.size < WORDS) {
    const all = statements.next(chance).text.match(/\p{L}{4,}/gu) ?? [];
    if (all.length > 0) words.add(chance.pick(all));
  }
  return [...words];
};

const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'work_mem'];

const settingsOf = async (
  ask: (sql: string) => Promise<{ readonly rows: readonly Readonly<Record<string, string>>[] }>,
): Promise<Readonly<Record<string, string>>> => {
  const shown = [];
  for (const name of SETTINGS) shown.push([name, (await ask(`SHOW ${name}`)).rows[0]?.[name] ?? ''] as const);
  return Object.fromEntries(shown);
};
