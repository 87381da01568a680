import { z } from 'zod';
import { instant } from '#platform/http';

/** As long as a caller may wait for a clock to arrive. */
export const LONGEST_WAIT_S = 60;

export const advanceClockBody = z
  .strictObject({
    to: instant.describe('Where the clock is to stand: never before where it stands.'),
    withinSeconds: z.int().min(1).max(LONGEST_WAIT_S).default(LONGEST_WAIT_S).describe('How long the answer may take.'),
  })
  .meta({ id: 'AdvanceClock' });

export const rehearsalClock = z
  .strictObject({
    now: instant.describe('Where the clock of this desk stands.'),
    target: instant.describe('Where it is asked to go: the same, unless it is on its way.'),
  })
  .meta({ id: 'RehearsalClock' });
