import type { Instant } from './values.js';

/** The only way to know the time: that of a desk, since a rehearsal desk has a clock of its own. */
export abstract class Clock {
  abstract now(deskId: number): Promise<Instant>;
}
