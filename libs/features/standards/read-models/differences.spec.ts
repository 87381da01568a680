import { differencesBetween } from './differences.js';

describe('the differences of two versions', () => {
  it('are none between equals, in whatever order their fields stand', () => {
    expect(differencesBetween({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toEqual([]);
  });
  it('are told field by field, a list as a whole', () => {
    const before = { review: { quorum: { low: 1, high: 3 } }, holidays: ['2026-01-01'] };
    const after = { review: { quorum: { low: 2, high: 3 } }, holidays: ['2026-01-01', '2026-12-25'] };
    expect(differencesBetween(before, after)).toEqual([
      { field: 'review.quorum.low', before: 1, after: 2 },
      { field: 'holidays', before: ['2026-01-01'], after: ['2026-01-01', '2026-12-25'] },
    ]);
  });
  it('say what is new and what is gone', () => {
    expect(differencesBetween({ gone: { x: 1 } }, { added: { y: 2 } })).toEqual([
      { field: 'gone', before: { x: 1 } },
      { field: 'added', after: { y: 2 } },
    ]);
  });
});
