import { analyseText } from './domain/text-notes/analyse-text.js';

describe('a hostile text', () => {
  it.each([
    ['quotes that never close', '‘“"„«'],
    ['quotes in quotes', ''],
    ['quotes that were never opened', '’ '],
    ['apostrophes', 'a’'],
    ['questions', '? '],
    ['nothing but marks', '?.!…'],
    ['numbers before what is no date', '1111-'],
    ['numbers in words', 'twenty-'],
    ['words that begin a phrase', 'a day '],
    ['words before no month', 'in   '],
    ['white space', ' '],
    ['empty lines', '\n'],
    ['days without a month', '12th of '],
    ['months without a day', 'Sept. the '],
    ['initials', 'U.S. '],
    ['signs beyond 16 bits', '🚀’'],
    ['one letter', 'a'],
  ])('takes time that grows as it does: %s', (_, part) => {
    const of = (length: number) =>
      part === '' ? '‘'.repeat(length / 2) + '’'.repeat(length / 2) : part.repeat(length).slice(0, length);
    const [small, large] = [of(10_000), of(200_000)];
    const ratio = leastTime(() => analyseText(large, 'en')) / leastTime(() => analyseText(small, 'en'));
    expect(ratio).toBeLessThan(150); // twenty times the text: twenty if linear, four hundred if quadratic
  });
});

/** Of the processor, the least of several: what disturbs a run only ever adds to it. */
const leastTime = (run: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      return Math.max(1, user + system);
    }),
  );
