export const QUOTE_RESULTS = ['exact', 'normalised', 'altered', 'unmatched'] as const;

/** How near a quote is to the words of its source: to the letter, but for signs and case, in part, or not at all. */
export type QuoteResult = (typeof QUOTE_RESULTS)[number];

const ALTERED_FROM = 0.5;

/** Compares words in lower case without punctuation; only for `exact` the punctuation is the same too. */
export const quoteCheck = (quote: string, primaryText: string): QuoteResult => {
  const [ours, theirs] = [wordsOf(quote), wordsOf(primaryText)];
  if (ours.join(' ') !== theirs.join(' ')) return dice(ours, theirs) >= ALTERED_FROM ? 'altered' : 'unmatched';
  return signsOf(quote) === signsOf(primaryText) ? 'exact' : 'normalised';
};

/** Twice what two multisets share, of all that is in them: from 0 to 1. */
export const dice = (one: readonly string[], other: readonly string[]): number => {
  const all = one.length + other.length;
  return all === 0 ? 1 : (2 * sharedBy(one, other)) / all;
};

const APOSTROPHE = /['’]/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

/** An apostrophe within a word is punctuation, and parts no word. */
export const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll(APOSTROPHE, ''));

/** All that is written, without regard to case and to white space. */
const signsOf = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, '');

const sharedBy = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
};
