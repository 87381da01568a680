import type { Language, Span } from '#kernel';

/** A part of a text, by the UTF-16 units in which JavaScript counts. */
export type Place = { readonly start: number; readonly end: number };

/** A paragraph is a line that has something in it, without the white space around it. */
export type Paragraph = Place & { readonly text: string };

/** A text as the notes on it need it. */
export type Reading = {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Its words are English, so that lists of English words apply. */
  readonly isEnglish: boolean;
  /** The same place in code points, in which spans count. */
  readonly spanOf: (place: Place) => Span;
};

export const readText = (text: string, language: Language): Reading => ({
  text,
  paragraphs: paragraphsOf(text),
  isEnglish: /^en(-|$)/i.test(language),
  spanOf: spansIn(text),
});

const paragraphsOf = (text: string): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const written = line.trim();
    const start = lineStart + line.length - line.trimStart().length;
    if (written !== '') paragraphs.push({ start, end: start + written.length, text: written });
    lineStart += line.length + 1;
  }
  return paragraphs;
};

/** Counts once, however many spans are asked for. */
const spansIn = (text: string): Reading['spanOf'] => {
  if (!/[\uD800-\uDBFF]/.test(text)) return ({ start, end }) => ({ start, end });
  const codePoints = new Uint32Array(text.length + 1);
  for (let unit = 0; unit < text.length; unit += 1)
    codePoints[unit + 1] = (codePoints[unit] ?? 0) + (isSecondHalf(text, unit) ? 0 : 1);
  return ({ start, end }) => ({ start: codePoints[start] ?? 0, end: codePoints[end] ?? 0 });
};

const isSecondHalf = (text: string, unit: number): boolean => {
  const code = text.charCodeAt(unit);
  return code >= 0xdc00 && code <= 0xdfff;
};

/**
 * A search for whole words. Alternatives are fixed words and repetitions are bounded, so that it takes as many steps as the
 * text is long, whatever the text.
 */
export const wholeWords = (alternatives: string, flags = ''): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`, `gu${flags}`);

/** Where a search finds something. */
export const placesOf = (
  search: RegExp,
  { text }: Pick<Reading, 'text'>,
): readonly (Place & { readonly words: string })[] =>
  Array.from(text.matchAll(search), ({ 0: words, index: start }) => ({ start, end: start + words.length, words }));
