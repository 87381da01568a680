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
  const known = daysOf(calendar);
  let day = known.at(epoch);
  for (let days = 0; days < A_CENTURY; days += 1) {
    if (day.hours !== undefined) yield day.hours;
    day = known.beside(day, step);
  }
}

/** A day at one place: from its first instant up to that of the next. */
type KnownDay = {
  readonly date: Temporal.PlainDate;
  readonly starts: number;
  readonly ends: number;
  /** Of a working day. */
  readonly hours?: OpeningHours;
  /** As far as somebody went there. */
  next?: KnownDay;
  before?: KnownDay;
};

const DAY_MS = 86_400_000;
const MOST_DAYS = 20_000;
const MOST_CALENDARS = 50;

/** The days of a calendar that were looked at, since time zones are slow to ask: each decision counts on the same few. */
class KnownDays {
  private readonly byDate = new Map<string, KnownDay>();
  private readonly byTime = new Map<number, KnownDay[]>();

  constructor(private readonly calendar: Calendar) {}

  at(epoch: number): KnownDay {
    const around = this.byTime.get(Math.floor(epoch / DAY_MS)) ?? [];
    const known = around.find(({ starts, ends }) => starts <= epoch && epoch < ends);
    if (known !== undefined) return known;
    return this.on(
      Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(this.calendar.timeZone).toPlainDate(),
    );
  }

  beside(day: KnownDay, step: 1 | -1): KnownDay {
    const known = step === 1 ? day.next : day.before;
    if (known !== undefined) return known;
    const other = this.on(day.date.add({ days: step }));
    if (step === 1) day.next = other;
    else day.before = other;
    return other;
  }

  private on(date: Temporal.PlainDate): KnownDay {
    const name = date.toString();
    const known = this.byDate.get(name);
    if (known !== undefined) return known;
    if (this.byDate.size >= MOST_DAYS) this.forget();
    const day = dayOn(date, this.calendar);
    this.byDate.set(name, day);
    for (let time = Math.floor(day.starts / DAY_MS); time * DAY_MS < day.ends; time += 1)
      this.byTime.set(time, [...(this.byTime.get(time) ?? []), day]);
    return day;
  }

  private forget(): void {
    this.byDate.clear();
    this.byTime.clear();
  }
}

const calendars = new Map<string, KnownDays>();

const daysOf = (calendar: Calendar): KnownDays => {
  const { timeZone, days, from, to, holidays } = calendar;
  const name = [timeZone, from, to, ...days, ...holidays].join();
  const known = calendars.get(name);
  if (known !== undefined) return known;
  if (calendars.size >= MOST_CALENDARS) calendars.clear();
  const made = new KnownDays(calendar);
  calendars.set(name, made);
  return made;
};

const dayOn = (date: Temporal.PlainDate, calendar: Calendar): KnownDay => ({
  date,
  starts: date.toZonedDateTime(calendar.timeZone).epochMilliseconds,
  ends: date.add({ days: 1 }).toZonedDateTime(calendar.timeZone).epochMilliseconds,
  ...(isWorkingDay(date, calendar) && { hours: openingHoursOf(date, calendar) }),
});

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
