import type { PinnedScale } from '#features/standards';

/** In code points, as people count characters. */
export const lengthOf = (text: string): number => Array.from(text).length;

/**
 * The text of a label that stands in here: in any language, as whole words, in whatever case and with whatever white
 * space between its words. The claim as it is reviewed must not say how it is rated.
 */
export const ratingIn = (claimReviewed: string, { labels }: PinnedScale): string | undefined =>
  labels.flatMap(({ text }) => Object.values(text)).find((label) => asWords(label).test(claimReviewed.normalize()));

const asWords = (label: string): RegExp => {
  const words = label.normalize().trim().split(/\s+/u).map(escaped).join('\\s+');
  return new RegExp(`(?<!${LETTER})${words}(?!${LETTER})`, 'iu');
};

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';

const escaped = (word: string): string => word.replaceAll(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
