import { Temporal } from 'temporal-polyfill';
import type { Day, FuzzyDate, Span } from '#kernel';
import { codePointsOf } from '../spans.js';
import { MONTHS, WEEKDAYS } from './calendar-words.js';
import type { Notice } from './text-note.js';

/** The day from which relative dates count. */
export type Anchor = { readonly day: Day };

/** A date that somebody put in place of the one that follows from the words. */
export type Override = { readonly span: Span; readonly date: FuzzyDate };

/** What a text is read with: the newest anchor, and what was resolved by hand in this revision, the newest last. */
export type DateReading = {
  readonly codePoints: readonly string[];
  readonly anchor: Anchor | undefined;
  readonly overrides: readonly Override[];
};

const UNRESOLVED: FuzzyDate = { precision: 'unresolved' };

/** The date to which a `relative_date` note points; `undefined` for any other note. */
export const dateOf = ({ kind, spans }: Notice, reading: DateReading): FuzzyDate | undefined => {
  const [span] = spans;
  if (kind !== 'relative_date' || span === undefined) return undefined;
  const { codePoints, anchor, overrides } = reading;
  const override = overrides.findLast((one) => one.span.start === span.start && one.span.end === span.end);
  if (override !== undefined) return override.date;
  if (anchor === undefined) return UNRESOLVED;
  return resolved(codePoints.slice(span.start, span.end).join(''), anchor);
};

export const readingOf = (text: string, anchor: Anchor | undefined, overrides: readonly Override[]): DateReading => ({
  codePoints: codePointsOf(text),
  anchor,
  overrides,
});

const resolved = (words: string, { day }: Anchor): FuzzyDate => {
  const anchor = Temporal.PlainDate.from(day);
  const said = words.toLowerCase().split(/\s+/).join(' ');
  const weekday = placeOf(WEEKDAYS, said);
  if (weekday > 0) return one(lastWeekday(anchor, weekday), `The last ${WEEKDAYS[weekday - 1]} not after ${day}.`);
  const month = said.startsWith('in ') ? placeOf(MONTHS, said.slice('in '.length)) : 0;
  if (month > 0) return whole(lastMonth(anchor, month), `The last ${MONTHS[month - 1]} not after ${day}.`);
  if (said === 'last week') return weekBefore(anchor, day);
  const offset = DAYS[said];
  return offset === undefined ? UNRESOLVED : one(anchor.add({ days: offset }), `“${said}”, as of ${day}.`);
};

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** 1 for the first of these names; 0 for none of them. */
const placeOf = (names: readonly string[], said: string): number =>
  names.findIndex((name) => name.toLowerCase() === said) + 1;

/** Its last day not after the anchor. */
const lastWeekday = (anchor: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  anchor.subtract({ days: (anchor.dayOfWeek - weekday + anchor.daysInWeek) % anchor.daysInWeek });

/** Its last occurrence not after the anchor, by its first day: the anchor's own month counts. */
const lastMonth = (anchor: Temporal.PlainDate, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: month <= anchor.month ? anchor.year : anchor.year - 1, month, day: 1 });

/** Monday to Sunday before the anchor's week. */
const weekBefore = (anchor: Temporal.PlainDate, day: Day): FuzzyDate => {
  const monday = anchor.subtract({ days: anchor.dayOfWeek - 1 + anchor.daysInWeek });
  const sunday = monday.add({ days: anchor.daysInWeek - 1 });
  return {
    from: monday.toString(),
    to: sunday.toString(),
    precision: 'week',
    basis: `The week before that of ${day}.`,
  };
};

const one = (date: Temporal.PlainDate, basis: string): FuzzyDate => ({
  from: date.toString(),
  to: date.toString(),
  precision: 'day',
  basis,
});

const whole = (first: Temporal.PlainDate, basis: string): FuzzyDate => ({
  from: first.toString(),
  to: first.with({ day: first.daysInMonth }).toString(),
  precision: 'month',
  basis,
});
