import type { Retry } from '#kernel';

/** How often a job is run before it is given up, and how long it waits in between: ever longer, from `first` to `last`. */
type Patience = {
  readonly attempts: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Takes up to this part off a wait, so that what failed together is not tried again together. */
  readonly jitter: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const PATIENCE: { readonly [Kind in Retry]: Patience } = {
  timer: { attempts: 8, firstMs: SECOND, lastMs: 5 * MINUTE, jitter: 0 },
  network: { attempts: 6, firstMs: 30 * SECOND, lastMs: 2 * HOUR, jitter: 0.5 },
  delivery: { attempts: 12, firstMs: 30 * SECOND, lastMs: 6 * HOUR, jitter: 0 },
};

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5 * MINUTE;

/** A timer was woken before its time by the clock of its desk. That is no failure: it waits again, as often as needed. */
export class WokenEarly extends Error {
  override readonly name = 'WokenEarly';

  constructor(
    jobId: string,
    dueAt: string,
    readonly remainingMs: number,
  ) {
    super(`${jobId} was woken before ${dueAt}.`);
  }
}

export const attemptsOf = (retry: Retry): number => PATIENCE[retry].attempts;

/** How long a job waits after its nth failure. */
export const waitAfter = (retry: Retry, failure: number, random: number = Math.random()): number => {
  const { attempts, firstMs, lastMs, jitter } = PATIENCE[retry];
  const factor = (lastMs / firstMs) ** (1 / (attempts - 2));
  const wait = Math.min(firstMs * factor ** (failure - 1), lastMs);
  return Math.round(wait * (1 - jitter * random));
};

/** Until it is due, if the clock of the desk goes on as the machine's does; that of a rehearsal may stand. */
export const waitUntilDue = ({ remainingMs }: WokenEarly): number =>
  Math.min(Math.max(remainingMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
