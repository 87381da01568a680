import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../../apps/docket/src/seed/chance.js';
import type { Player } from '../../../apps/docket/src/demo/player.js';
import type { System } from '../../support/system.js';
import { mistakesIn } from './accounts.js';
import { playForgotten, playThrough } from './case.js';
import { jobsLeft, storedIn } from './stored.js';
import type { Stored } from './stored.js';

/** A worker needs up to three seconds until it has taken over: some are killed before that, and most at work. */
const LONGEST_LIFE_MS = 6_000;
const CASES_AT_ONCE = 3;
const BETWEEN_FORGOTTEN_MS = 2_000;
const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;

export type Killed = {
  readonly kills: number;
  readonly cases: number;
  readonly events: number;
  readonly mistakes: readonly string[];
};

type Wish = { readonly chance: Chance; readonly seconds: number };

/**
 * For so many seconds cases are begun, several at once, while one worker after the other is killed. Then the last one is
 * left alone, and when nothing is waited for any more the streams are looked through.
 */
export const killing = async (system: System, player: Player, { chance, seconds }: Wish): Promise<Killed> => {
  const until = Date.now() + seconds * 1_000;
  const forgotten = new Set<string>();
  const cases = Array.from({ length: CASES_AT_ONCE }, async () => {
    let played = 0;
    do {
      await playThrough(player, patientlyIn(system));
      played += 1;
    } while (Date.now() < until);
    return played;
  });
  const forgetting = async (): Promise<number> => {
    while (Date.now() < until) {
      forgotten.add(`check-${await playForgotten(player)}`);
      await sleep(chance.between(100, BETWEEN_FORGOTTEN_MS));
    }
    return forgotten.size;
  };
  const [kills, ...counts] = await Promise.all([killUntil(system, until, chance), forgetting(), ...cases]);

  const look = (): Promise<readonly Stored[]> => storedIn(system.database.adminUrl, '%');
  await patiently('what was asked for', async () => mistakesIn(await look(), forgotten).length === 0).catch(
    () => undefined, // told below
  );
  await quiet(look);
  const events = await look();
  return {
    kills,
    cases: counts.reduce((sum, count) => sum + count, 0),
    events: events.length,
    mistakes: [...mistakesIn(events, forgotten), ...(await jobsLeft(system.database.adminUrl))],
  };
};

const killUntil = async (system: System, until: number, chance: Chance): Promise<number> => {
  let kills = 0;
  while (Date.now() < until) {
    await sleep(chance.between(50, LONGEST_LIFE_MS));
    await system.worker().kill('SIGKILL');
    kills += 1;
    await sleep(chance.between(0, 200));
    system.startWorker();
  }
  return kills;
};

const patiently = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${PATIENCE_MS / 1_000} s.`);
    await sleep(PAUSE_MS);
  }
};

/** What did not come is told with the jobs that are there. */
const patientlyIn =
  ({ database }: System) =>
  async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
    try {
      await patiently(what, isSo);
    } catch (error) {
      throw new Error([String(error), ...(await jobsLeft(database.adminUrl))].join('\n'), { cause: error });
    }
  };

/** A job that is done twice would add something: until nothing has been added for a while. */
const quiet = async (look: () => Promise<readonly Stored[]>): Promise<void> => {
  for (let before = -1, now = (await look()).length; before !== now; now = (await look()).length) {
    before = now;
    await sleep(LONGEST_LIFE_MS);
  }
};
