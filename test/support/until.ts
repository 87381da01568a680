import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 20;
const PATIENCE_MS = 20_000;

/** Waits until there is an answer other than `undefined` or `false`, and gives it. */
export const until = async <Answer>(
  ask: () => Promise<Answer | undefined | false>,
  what = 'what was waited for',
): Promise<Answer> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${PATIENCE_MS / 1_000} s.`);
    await sleep(PAUSE_MS);
  }
};
