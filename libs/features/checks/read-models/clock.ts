import { z } from 'zod';
import type { Duration, Instant } from '#kernel';
import { wallTimeAfter, workingTimeBefore } from '#features/standards';
import type { Calendar, Mark } from '#features/standards';
import { instant } from '#platform/http';

const SOON = 'PT2H';

const mark = z.strictObject({
  mark: z.string(),
  at: instant,
  passedAt: instant.optional().describe('When it was recorded.'),
});

/** Of a stage or of a case, as it looks at the moment of the answer. */
export const clockAnswer = z
  .strictObject({
    colour: z
      .enum(['ok', 'due_soon', 'missed', 'paused'])
      .describe('`due_soon`: within two hours, of working time for a stage and of wall time for a case.'),
    dueAt: instant.optional().describe('Absent while it is paused.'),
    remaining: z.string().optional().describe('While it is paused: the working time that is left, in ISO 8601.'),
    marks: z.array(mark),
  })
  .meta({ id: 'CheckClock' });

export type ClockAnswer = z.infer<typeof clockAnswer>;
type PassedMark = ClockAnswer['marks'][number];

/** A clock as events leave it: it runs, or stands still. */
export type ClockAtHand =
  | {
      readonly dueAt: Instant;
      /** From when on it is due soon. */
      readonly soonAt: Instant;
      readonly marks: readonly PassedMark[];
    }
  | { readonly remaining: Duration };

/** A clock that runs: in working time where a calendar is given. */
export const clockUntil = (dueAt: Instant, marks: readonly Mark[], calendar?: Calendar): ClockAtHand => ({
  dueAt,
  soonAt: calendar === undefined ? wallTimeAfter(dueAt, `-${SOON}`) : workingTimeBefore(dueAt, SOON, calendar),
  marks,
});

/** Lateness is not stored, since it comes without any event. */
export const clockAnswerOf = (clock: ClockAtHand, now: Instant): ClockAnswer =>
  'remaining' in clock
    ? { colour: 'paused', remaining: clock.remaining, marks: [] }
    : { colour: colourAt(now, clock.dueAt, clock.soonAt), dueAt: clock.dueAt, marks: [...clock.marks] };

export const isMissed = (clock: ClockAtHand | undefined, now: Instant): boolean =>
  clock !== undefined && 'dueAt' in clock && clock.dueAt <= now;

const colourAt = (now: Instant, dueAt: Instant, soonAt: Instant): ClockAnswer['colour'] => {
  if (dueAt <= now) return 'missed';
  return soonAt <= now ? 'due_soon' : 'ok';
};
