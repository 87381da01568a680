import type { Instant } from '#kernel';
import { dayAfter, dayAt, startOfDay } from '#features/standards';

const DAYS = 7;

/** When the week of this instant is over: weeks begin on Monday. */
export const endOfWeek = (now: Instant, timeZone: string): Instant => {
  const today = dayAt(now, timeZone);
  const sinceMonday = (new Date(`${today}T00:00:00.000Z`).getUTCDay() + DAYS - 1) % DAYS;
  return startOfDay(dayAfter(today, `P${DAYS - sinceMonday}D`), timeZone);
};
