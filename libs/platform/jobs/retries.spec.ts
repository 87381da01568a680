import { WokenEarly, attemptsOf, waitAfter, waitUntilDue } from './retries.js';
import type { Retry } from '#kernel';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const waitsOf = (retry: Retry, random: number): readonly number[] =>
  Array.from({ length: attemptsOf(retry) - 1 }, (_, index) => waitAfter(retry, index + 1, random));

describe('the waits between attempts', () => {
  it.each([
    ['timer', 8, SECOND, 5 * MINUTE],
    ['network', 6, 30 * SECOND, 2 * HOUR],
    ['delivery', 12, 30 * SECOND, 6 * HOUR],
  ] as const)('of a %s grow over %i attempts', (retry, attempts, first, last) => {
    const waits = waitsOf(retry, 0);
    expect(attemptsOf(retry)).toBe(attempts);
    expect([waits.at(0), waits.at(-1)]).toEqual([first, last]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(attempts - 1);
  });

  it('differ from job to job where the network is asked, and there alone', () => {
    expect(waitsOf('network', 1)).toEqual(waitsOf('network', 0).map((wait) => Math.round(wait / 2)));
    expect(waitsOf('timer', 1)).toEqual(waitsOf('timer', 0));
  });

  it('stay the longest after the last attempt', () => {
    expect(waitAfter('timer', 50, 0)).toBe(5 * MINUTE);
  });
});

describe('a timer woken early', () => {
  it.each([
    [40 * SECOND, 40 * SECOND],
    [1, 100],
    [20 * HOUR, 5 * MINUTE],
  ])('%i ms before its time waits %i ms', (remaining, wait) => {
    expect(waitUntilDue(new WokenEarly('ring.1.b1', '2026-11-22T10:00:00.000Z', remaining))).toBe(wait);
  });
});
