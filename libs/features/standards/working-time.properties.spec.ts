import { fc, test } from '@fast-check/jest';
import { Temporal } from 'temporal-polyfill';
import { workingTimeAfter, workingTimeBefore, workingTimeBetween } from '#features/standards';
import type { Calendar } from '#features/standards';

const QUARTER = 15 * 60_000;
const DAY = 24 * 4 * QUARTER;

/** Evenings before the clocks are changed, one of them at midnight, and days on which they are not. */
const EVENINGS = [
  ['Europe/Berlin', '2026-03-28'],
  ['Europe/Berlin', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['America/Sao_Paulo', '2018-11-03'],
  ['America/Sao_Paulo', '2018-02-17'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Asia/Kathmandu', '2026-07-01'],
  ['UTC', '2022-11-09'],
] as const;

describe('working time, counted once more by quarters of an hour', () => {
  test.prop([cases(), fc.integer({ min: 1, max: 40 })], { numRuns: 60 })(
    'ends when the last quarter has passed',
    ({ calendar, instant }, quarters) => {
      const last = openQuarters(calendar, instant).filter((quarter) => quarter >= instant)[quarters - 1];
      fc.pre(last !== undefined);
      expect(workingTimeAfter(text(instant), length(quarters), calendar)).toBe(text(last + QUARTER));
    },
  );

  test.prop([cases(), fc.integer({ min: 1, max: 40 })], { numRuns: 60 })(
    'begins, counted backwards, with the first quarter',
    ({ calendar, instant }, quarters) => {
      const first = openQuarters(calendar, instant)
        .filter((quarter) => quarter < instant)
        .at(-quarters);
      fc.pre(first !== undefined);
      expect(workingTimeBefore(text(instant), length(quarters), calendar)).toBe(text(first));
    },
  );

  test.prop([cases(), fc.integer({ min: 0, max: 300 })], { numRuns: 60 })(
    'is as many quarters as lie between two instants',
    ({ calendar, instant }, distance) => {
      const end = instant + distance * QUARTER;
      const passed = openQuarters(calendar, instant).filter((quarter) => quarter >= instant && quarter < end);
      const between = workingTimeBetween(text(instant), text(end), calendar);
      expect(Temporal.Duration.from(between).total('milliseconds')).toBe(passed.length * QUARTER);
    },
  );
});

type Case = { readonly calendar: Calendar; readonly instant: number };

function cases(): fc.Arbitrary<Case> {
  return fc
    .record({
      evening: fc.constantFrom(...EVENINGS),
      instant: fc.integer({ min: -96, max: 192 }),
      opening: fc.integer({ min: 0, max: 95 }),
      quarters: fc.integer({ min: 1, max: 96 }),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 }),
      isHoliday: fc.boolean(),
    })
    .map(({ evening: [timeZone, day], instant, opening, quarters, days, isHoliday }) => ({
      calendar: {
        timeZone,
        days,
        from: shown(opening),
        to: shown(Math.min(opening + quarters, 96)),
        holidays: isHoliday ? [day] : [],
      },
      instant: Date.parse(`${day}T20:00:00Z`) + instant * QUARTER,
    }));
}

/** The quarters of an hour that are working time, from five days before to five days after. */
function openQuarters({ timeZone, days, from, to, holidays }: Calendar, around: number): readonly number[] {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const latest = new Map<string, string>();
  const open: number[] = [];
  for (let quarter = around - 6 * DAY; quarter < around + 5 * DAY; quarter += QUARTER) {
    const [day = '', time = ''] = clock.format(quarter).split(' ');
    const reached = [latest.get(day) ?? time, time].toSorted().at(-1) ?? time;
    latest.set(day, reached);
    const isWorkingDay = days.includes(new Date(day).getUTCDay() || 7) && !holidays.includes(day);
    if (isWorkingDay && from <= reached && reached < to && quarter >= around - 5 * DAY) open.push(quarter);
  }
  return open;
}

function shown(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

function length(quarters: number): string {
  return `PT${quarters * 15}M`;
}

function text(epoch: number): string {
  return new Date(epoch).toISOString();
}
