import { Temporal } from 'temporal-polyfill';
import type { Day, Duration, Instant } from '#kernel';

/** Milliseconds since 1970, to calculate with. */
export const epochOf = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds;

export const instantAt = (epoch: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epoch).toString({ fractionalSecondDigits: 3 });

/** How long it is, a day being 24 hours. Months and years are as long as the first ones of 1970. */
export const millisecondsOf = (duration: Duration): number => {
  const known = lengths.get(duration);
  if (known !== undefined) return known;
  const length = Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo: '1970-01-01' });
  if (lengths.size >= MOST_LENGTHS) lengths.clear();
  lengths.set(duration, length);
  return length;
};

/** Policies say the same few again and again. */
const lengths = new Map<Duration, number>();
const MOST_LENGTHS = 1_000;

/** So much wall time later. */
export const wallTimeAfter = (start: Instant, duration: Duration): Instant =>
  instantAt(epochOf(start) + millisecondsOf(duration));

/** Which day it is at that place. */
export const dayAt = (instant: Instant, timeZone: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The first instant of a day at that place. */
export const startOfDay = (day: Day, timeZone: string): Instant =>
  instantAt(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);

/** So many days, weeks, months or years later; the last day of a month that has no such day. */
export const dayAfter = (day: Day, duration: Duration): Day => Temporal.PlainDate.from(day).add(duration).toString();
