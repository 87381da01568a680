import type { FuzzyDate } from '#kernel';
import { dateOf, readingOf } from './resolve-date.js';
import type { Override } from './resolve-date.js';

describe('a relative date', () => {
  it.each([
    ['Tuesday', '2022-11-08', '2022-11-08…2022-11-08'],
    ['Wednesday', '2022-11-08', '2022-11-02…2022-11-02'],
    ['Monday', '2022-11-08', '2022-11-07…2022-11-07'],
    ['Sunday', '2023-01-01', '2023-01-01…2023-01-01'],
    ['Monday', '2023-01-01', '2022-12-26…2022-12-26'],
    ['last week', '2022-11-08', '2022-10-31…2022-11-06'],
    ['Last\nweek', '2022-11-07', '2022-10-31…2022-11-06'],
    ['last week', '2022-11-06', '2022-10-24…2022-10-30'],
    ['in February', '2022-11-08', '2022-02-01…2022-02-28'],
    ['In February', '2024-02-01', '2024-02-01…2024-02-29'],
    ['in December', '2022-11-08', '2021-12-01…2021-12-31'],
    ['in November', '2022-11-08', '2022-11-01…2022-11-30'],
    ['yesterday', '2022-11-01', '2022-10-31…2022-10-31'],
    ['today', '2022-11-01', '2022-11-01…2022-11-01'],
    ['Tomorrow', '2022-12-31', '2023-01-01…2023-01-01'],
    ['eight-month-old', '2022-11-08', 'unresolved'],
    ['a day after', '2022-11-08', 'unresolved'],
  ])('%s, read on %s, is %s', (words, day, expected) => {
    expect(told(dateOf(noteOn(words), readingOf(words, { day }, [])))).toBe(expected);
  });

  it('is unresolved while no day is known from which it counts', () => {
    expect(dateOf(noteOn('Tuesday'), readingOf('Tuesday', undefined, []))).toEqual({ precision: 'unresolved' });
  });

  it('is what a member says it is, who says it last, for the very same span', () => {
    const overrides = [saidBy('2022-10-01', 7), saidBy('2022-10-02', 7), saidBy('2022-10-03', 6)];
    const reading = readingOf('Tuesday', { day: '2022-11-08' }, overrides);
    expect(told(dateOf(noteOn('Tuesday'), reading))).toBe('2022-10-02…2022-10-02');
  });

  it('is nothing that a note of another kind has', () => {
    const reading = readingOf('Tuesday', { day: '2022-11-08' }, []);
    expect(dateOf({ ...noteOn('Tuesday'), kind: 'residue' }, reading)).toBeUndefined();
    expect(dateOf({ ...noteOn('Tuesday'), spans: [] }, reading)).toBeUndefined();
  });
});

const saidBy = (day: string, end: number): Override => ({
  span: { start: 0, end },
  date: { from: day, to: day, precision: 'day', basis: 'She says so.' },
});

const noteOn = (words: string) =>
  ({ kind: 'relative_date', spans: [{ start: 0, end: words.length }], message: '' }) as const;

const told = (date: FuzzyDate | undefined): string | undefined =>
  date !== undefined && 'from' in date ? `${date.from}…${date.to}` : date?.precision;
