import { DEFAULT_RULES, marksOf, workingTimeAfter, workingTimeBefore, workingTimeBetween } from '#features/standards';
import type { Calendar } from '#features/standards';

const office: Calendar = { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', holidays: [] };
const always: Calendar = { ...office, days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };

describe('the end of working time', () => {
  it.each([
    ['2022-11-09T09:10:00.000Z', 'PT2H', '2022-11-09T11:10:00.000Z'],
    ['2022-11-09T09:14:00.000Z', 'PT24H', '2022-11-11T09:14:00.000Z'],
    ['2022-11-09T14:32:00.000Z', 'PT8H', '2022-11-10T10:32:00.000Z'],
    ['2022-11-09T17:45:01.000Z', 'PT4H', '2022-11-10T09:45:01.000Z'],
    ['2022-11-09T18:20:00.000Z', 'PT2H', '2022-11-10T08:20:00.000Z'],
    ['2022-11-10T10:00:00.000Z', 'PT2H', '2022-11-10T12:00:00.000Z'],
    ['2022-11-10T10:40:00.000Z', 'PT1H', '2022-11-10T11:40:00.000Z'],
    ['2023-01-21T09:40:00.000Z', 'PT2H', '2023-01-23T10:00:00.000Z'],
    ['2023-01-21T09:45:00.000Z', 'PT24H', '2023-01-24T20:00:00.000Z'],
    ['2023-01-23T09:15:00.000Z', 'PT8H', '2023-01-23T17:15:00.000Z'],
  ])('from %s takes %s until %s', (start, duration, end) => {
    expect(workingTimeAfter(start, duration, office)).toBe(end);
  });

  it('is the earliest instant: the closing and not the next opening', () => {
    expect(workingTimeAfter('2022-11-11T18:00:00.000Z', 'PT2H', office)).toBe('2022-11-11T20:00:00.000Z');
  });

  it('counts nothing of a holiday', () => {
    const closed = { ...office, holidays: ['2022-11-10'] };
    expect(workingTimeAfter('2022-11-09T19:00:00.000Z', 'PT2H', closed)).toBe('2022-11-11T09:00:00.000Z');
  });

  it('follows the clocks of the place when they are put back', () => {
    const berlin = { ...office, timeZone: 'Europe/Berlin', days: [6, 7] };
    expect(workingTimeAfter('2026-10-24T17:00:00.000Z', 'PT2H', berlin)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('counts an hour twice that the clocks show twice, and none that they skip', () => {
    const berlin = { ...always, timeZone: 'Europe/Berlin', from: '01:00', to: '04:00' };
    expect(workingTimeAfter('2026-10-24T23:00:00.000Z', 'PT4H', berlin)).toBe('2026-10-25T03:00:00.000Z');
    expect(workingTimeAfter('2026-03-29T00:00:00.000Z', 'PT2H', berlin)).toBe('2026-03-29T02:00:00.000Z');
  });

  it('opens when the clocks are put forward past the opening', () => {
    const berlin = { ...always, timeZone: 'Europe/Berlin', to: '12:00' };
    const opening = '2026-03-29T01:00:00.000Z';
    expect(workingTimeBefore('2026-03-29T01:30:00.000Z', 'PT30M', { ...berlin, from: '02:00' })).toBe(opening);
    expect(workingTimeBefore('2026-03-29T01:30:00.000Z', 'PT30M', { ...berlin, from: '02:59' })).toBe(opening);
  });

  it('is exact to the millisecond round the clock', () => {
    expect(workingTimeAfter('2022-11-12T23:59:58.250Z', 'PT3S', always)).toBe('2022-11-13T00:00:01.250Z');
    expect(workingTimeBefore('2022-11-13T00:00:01.250Z', 'PT3S', always)).toBe('2022-11-12T23:59:58.250Z');
  });
});

describe('working time counted backwards', () => {
  it('gives the latest such instant', () => {
    expect(workingTimeBefore('2023-01-23T10:00:00.000Z', 'PT2H', office)).toBe('2023-01-23T08:00:00.000Z');
  });

  it('goes on in the evening before', () => {
    expect(workingTimeBefore('2023-01-23T09:00:00.000Z', 'PT2H', office)).toBe('2023-01-20T19:00:00.000Z');
  });
});

describe('the working time between two instants', () => {
  it.each([
    ['2022-11-09T18:20:00.000Z', '2022-11-10T08:20:00.000Z', 'PT2H'],
    ['2022-11-11T19:30:00.000Z', '2022-11-14T09:00:00.000Z', 'PT1H30M'],
    ['2022-11-12T09:00:00.000Z', '2022-11-13T09:00:00.000Z', 'PT0S'],
    ['2022-11-10T10:00:00.000Z', '2022-11-09T10:00:00.000Z', 'PT0S'],
  ])('from %s to %s is %s', (start, end, between) => {
    expect(workingTimeBetween(start, end, office)).toBe(between);
  });
});

describe('the marks of a clock', () => {
  const { escalation } = DEFAULT_RULES;

  it('count in wall time for a case', () => {
    expect(marksOf('2022-11-10T12:30:00.000Z', '2022-11-09T09:10:00.000Z', escalation)).toEqual([
      { mark: 'before-2h', at: '2022-11-10T10:30:00.000Z' },
      { mark: 'due', at: '2022-11-10T12:30:00.000Z' },
      { mark: 'after-4h', at: '2022-11-10T16:30:00.000Z' },
    ]);
  });

  it('count in working time for a stage', () => {
    expect(marksOf('2023-01-23T10:00:00.000Z', '2023-01-20T19:00:00.000Z', escalation, office)).toEqual([
      { mark: 'before-2h', at: '2023-01-23T08:00:00.000Z' },
      { mark: 'due', at: '2023-01-23T10:00:00.000Z' },
      { mark: 'after-4h', at: '2023-01-23T14:00:00.000Z' },
    ]);
  });

  it('keep the due time at a closing', () => {
    expect(marksOf('2023-01-24T20:00:00.000Z', '2023-01-21T09:45:00.000Z', escalation, office)).toEqual([
      { mark: 'before-2h', at: '2023-01-24T18:00:00.000Z' },
      { mark: 'due', at: '2023-01-24T20:00:00.000Z' },
      { mark: 'after-4h', at: '2023-01-25T12:00:00.000Z' },
    ]);
  });

  it('are dropped when they are not later than the start, but the due time is not', () => {
    expect(names('2022-11-09T11:10:00.000Z', '2022-11-09T09:10:00.000Z')).toEqual(['due', 'after-4h']);
    expect(names('2022-11-09T09:10:00.000Z', '2022-11-09T09:10:00.000Z')).toEqual(['due', 'after-4h']);
  });

  it('stand in the order of their instants', () => {
    const shuffled = [...escalation].toReversed();
    expect(marksOf('2022-11-10T12:30:00.000Z', '2022-11-09T09:10:00.000Z', shuffled).map(({ mark }) => mark)).toEqual([
      'before-2h',
      'due',
      'after-4h',
    ]);
  });

  const names = (dueAt: string, start: string): readonly string[] =>
    marksOf(dueAt, start, escalation, office).map(({ mark }) => mark);
});
