import type { Duration, Instant } from '#kernel';
import type { Mark } from '#features/standards';
import type { Stage } from './case.state.js';

export const CLOCKS = ['stage', 'case'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** How a clock stands. It has a new run each time that it starts again. */
type ClockAtHand = {
  readonly run: number;
  /** Those that are still to come. */
  readonly marks: readonly Mark[];
  /** `DeadlineMissed` is recorded. */
  readonly missed: boolean;
};

export type StageAtHand = ClockAtHand & {
  readonly no: number;
  readonly name: Stage;
  /** No clock runs in a stage without it. */
  readonly dueAt?: Instant;
  /** The clock stands still, with so much working time left. */
  readonly pausedWith?: Duration;
};

/** Of the whole case. Once it has ended, the next one of the same cycle goes on counting its runs. */
export type CaseClock = ClockAtHand & { readonly cycle: number; readonly dueAt: Instant; readonly hasEnded?: true };
