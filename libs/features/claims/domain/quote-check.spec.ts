import { dice, quoteCheck, wordsOf } from './quote-check.js';

const QUOTE = 'we have never conducted ‘arms deals with Russia';
const PRIMARY = "we have never had 'arms dealings' with Russia";

describe('a quote beside the words of its source', () => {
  it('of the article is altered: six of eight words are the same', () => {
    expect(dice(wordsOf(QUOTE), wordsOf(PRIMARY))).toBe(0.75);
    expect(quoteCheck(QUOTE, PRIMARY)).toBe('altered');
  });

  it.each([
    ['exact', 'We have no plans, none.', 'We have no plans, none.'],
    ['exact', 'We have no plans, none.', 'we have\nno  PLANS, none.'],
    ['normalised', 'We have no plans, none.', 'We have no plans: none'],
    ['normalised', 'It’s ‘theirs’', "it's 'theirs'"],
    ['normalised', 'an eight-month-old war', 'an eight month old war'],
    ['altered', 'no plans none', 'plans no none'],
    ['altered', 'one two', 'one three'],
    ['unmatched', 'one two three', 'one four five'],
    ['unmatched', 'Never.', 'Always.'],
    ['normalised', '!', '?'],
  ] as const)('is %s: “%s”, “%s”', (result, quote, primary) => {
    expect(quoteCheck(quote, primary)).toBe(result);
  });

  it('counts a word as often as it stands in both', () => {
    expect(dice(['no', 'no', 'never'], ['no', 'never', 'ever'])).toBeCloseTo(2 / 3);
    expect(dice(['no', 'no', 'no'], ['no'])).toBe(0.5);
  });
});
