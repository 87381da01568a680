import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './policy.js';

/** The working time of one day, in milliseconds since 1970. */
export type OpeningHours = { readonly opens: number; readonly closes: number };

const A_CENTURY = 36_525;

/** Those of the day of this instant, and of each working day after it, for a hundred years. */
export const openingHoursFrom = (epoch: number, calendar: Calendar): Iterable<OpeningHours> =>
  openingHours(epoch, 1, calendar);

/** Those of the day of this instant, and of each working day before it, for a hundred years. */
export const openingHoursUntil = (epoch: number, calendar: Calendar): Iterable<OpeningHours> =>
  openingHours(epoch, -1, calendar);

function* openingHours(epoch: number, step: 1 | -1, calendar: Calendar): Generator<OpeningHours> {
  const first = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  for (let days = 0; days < A_CENTURY; days += 1) {
    const date = first.add({ days: days * step });
    if (isWorkingDay(date, calendar)) yield openingHoursOf(date, calendar);
  }
}

const isWorkingDay = (date: Temporal.PlainDate, { days, holidays }: Calendar): boolean =>
  days.includes(date.dayOfWeek) && !holidays.includes(date.toString());

const openingHoursOf = (date: Temporal.PlainDate, { from, to, timeZone }: Calendar): OpeningHours => ({
  opens: reached(date.toPlainDateTime(from), timeZone),
  closes: reached(to === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(to), timeZone),
});

/** When the clock of that place first shows this time or, where it is put forward past it, a later one. */
const reached = (time: Temporal.PlainDateTime, timeZone: string): number => {
  const shown = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isSkipped = !shown.toPlainDateTime().equals(time);
  const moment = isSkipped ? (shown.getTimeZoneTransition('next') ?? shown) : shown;
  return moment.epochMilliseconds;
};
