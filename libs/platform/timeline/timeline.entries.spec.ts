import { entriesMatching, entriesOf } from './timeline.entries.js';
import type { Seen } from './timeline.entries.js';

const seen = (version: number, event: Partial<Seen['event']> = {}): Seen => ({
  shows: 'all',
  event: { version, type: 'LampLit', data: {}, ...event },
});

const numbers = (...args: Parameters<typeof entriesMatching>) => entriesMatching(...args).map(({ no }) => no);

describe('entries of a timeline', () => {
  it('are found by when they were recorded, the beginning with it and the end without', () => {
    const entries = entriesOf(['09:00', '10:00', '11:00'].map((at, place) => seen(place, { recordedAt: instant(at) })));
    expect(numbers(entries, { from: instant('10:00') })).toEqual([1, 2]);
    expect(numbers(entries, { to: instant('10:00') })).toEqual([0]);
  });

  it('are not found by a time that is hidden', () => {
    expect(numbers(entriesOf([seen(1)]), { from: instant('00:00') })).toEqual([]);
    expect(numbers(entriesOf([seen(1)]), { to: instant('23:00') })).toEqual([]);
    expect(numbers(entriesOf([seen(1)]), {})).toEqual([1]);
  });

  it('show that something was erased, and nothing of it', () => {
    expect(entriesOf([seen(1, { data: null })])).toMatchObject([{ no: 1, shows: 'part', essentials: {} }]);
  });
});

const instant = (time: string): string => `2022-11-09T${time}:00.000Z`;
