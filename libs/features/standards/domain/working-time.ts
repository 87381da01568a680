import { Temporal } from 'temporal-polyfill';
import type { Duration, Instant, Key } from '#kernel';
import { epochOf, instantAt, millisecondsOf } from './instants.js';
import { openingHoursFrom, openingHoursUntil } from './opening-hours.js';
import type { Calendar, EscalationMark } from './policy.js';

/** A named instant of a clock, such as `before-2h` or `due`. */
export type Mark = { readonly mark: Key; readonly at: Instant };

/** The earliest instant at which so much working time has passed. A start outside counts from the next opening. */
export const workingTimeAfter = (start: Instant, duration: Duration, calendar: Calendar): Instant =>
  instantAt(after(epochOf(start), millisecondsOf(duration), calendar));

/** The latest instant from which so much working time passes until the end: two hours before Monday 10:00 is 08:00. */
export const workingTimeBefore = (end: Instant, duration: Duration, calendar: Calendar): Instant =>
  instantAt(before(epochOf(end), millisecondsOf(duration), calendar));

/** How much working time lies between the two: none when the end is not later. */
export const workingTimeBetween = (start: Instant, end: Instant, calendar: Calendar): Duration => {
  const [first, last] = [epochOf(start), epochOf(end)];
  let milliseconds = 0;
  for (const { opens, closes } of openingHoursFrom(first, calendar)) {
    if (opens >= last) break;
    milliseconds += Math.max(0, Math.min(closes, last) - Math.max(opens, first));
  }
  return Temporal.Duration.from({ milliseconds }).round({ largestUnit: 'hours' }).toString();
};

/**
 * The marks of a clock, the earliest first: offsets count in working time, or in wall time where no calendar is given.
 * Whatever is not later than the start is left out. `due` never is: a clock without it could not be missed.
 */
export const marksOf = (
  dueAt: Instant,
  start: Instant,
  escalation: readonly EscalationMark[],
  calendar?: Calendar,
): readonly Mark[] => {
  const others = escalation
    .filter(({ mark }) => mark !== 'due')
    .map(({ mark, offset }): Mark => ({ mark, at: shifted(dueAt, offset, calendar) }))
    .filter(({ at }) => epochOf(at) > epochOf(start));
  return [...others, { mark: 'due', at: dueAt }].toSorted((a, b) => epochOf(a.at) - epochOf(b.at));
};

const shifted = (dueAt: Instant, offset: Duration, calendar: Calendar | undefined): Instant => {
  const [due, by] = [epochOf(dueAt), millisecondsOf(offset)];
  if (calendar === undefined || by === 0) return instantAt(due + by);
  return instantAt(by < 0 ? before(due, -by, calendar) : after(due, by, calendar));
};

const after = (start: number, duration: number, calendar: Calendar): number => {
  let left = duration;
  for (const { opens, closes } of openingHoursFrom(start, calendar)) {
    const from = Math.max(opens, start);
    if (from < closes && left <= closes - from) return from + left;
    left -= Math.max(0, closes - from);
  }
  throw tooLittle();
};

const before = (end: number, duration: number, calendar: Calendar): number => {
  if (duration === 0) return end;
  let left = duration;
  for (const { opens, closes } of openingHoursUntil(end, calendar)) {
    const to = Math.min(closes, end);
    if (opens < to && left <= to - opens) return to - left;
    left -= Math.max(0, to - opens);
  }
  throw tooLittle();
};

/** Policies are refused whose times do not end in their calendar (policy.bounds.ts). */
const tooLittle = () => new RangeError('The calendar has not that much working time in a hundred years.');
