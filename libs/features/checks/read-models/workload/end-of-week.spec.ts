import { endOfWeek } from './end-of-week.js';

describe('the end of a week', () => {
  it.each([
    ['a Monday', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ['a Wednesday', '2026-11-25T12:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ['the last moment of a Sunday', '2026-11-29T23:59:59.999Z', '2026-11-30T00:00:00.000Z'],
  ])('is the next Monday, from %s on', (_, now, end) => {
    expect(endOfWeek(now, 'UTC')).toBe(end);
  });

  it('is that of the desk’s time zone, also where the clocks change', () => {
    expect(endOfWeek('2026-11-22T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-11-29T23:00:00.000Z');
    expect(endOfWeek('2026-10-23T12:00:00.000Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  });
});
