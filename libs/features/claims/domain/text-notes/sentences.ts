import type { Paragraph, Place } from './read-text.js';
import { singleQuotesOf } from './single-quotes.js';

/** A sentence: whether it asks, and whether the mark that ends it stands inside a quotation. */
export type Sentence = Place & { readonly asks: boolean; readonly endsInQuotation: boolean };

const ENDS = '.!?…';
const CLOSES = '”’"»)]';

/** The sentences of one paragraph. A full stop inside a quotation that goes on ends none, nor does that of an initial. */
export const sentencesOf = (paragraph: Paragraph): readonly Sentence[] => {
  const { text, start: offset } = paragraph;
  const isQuoted = quotedUnits(paragraph);
  const sentences: Sentence[] = [];
  let start = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    if (!ENDS.includes(text[unit] ?? '')) continue;
    const first = unit;
    while (unit + 1 < text.length && ENDS.includes(text[unit + 1] ?? '')) unit += 1;
    const end = unit + 1;
    let next = end;
    while (next < text.length && CLOSES.includes(text[next] ?? '')) next += 1;
    unit = next - 1;
    const goesOn = next < text.length && (!isSpace(text[next]) || isQuoted[next] === 1 || isInitial(text, first));
    if (goesOn) continue;
    sentences.push({
      start: offset + start,
      end: offset + end,
      asks: text.slice(first, end).includes('?'),
      endsInQuotation: isQuoted[first] === 1,
    });
    while (next < text.length && isSpace(text[next])) next += 1;
    start = next;
    unit = next - 1;
  }
  return sentences;
};

/** For each unit of the paragraph 1 if it stands inside quotation marks. One that is not closed is open to the end. */
const quotedUnits = (paragraph: Paragraph): Uint8Array => {
  const { text } = paragraph;
  const quoted = unitsInside(singleQuotesOf(paragraph).pairs, paragraph);
  let closing = '';
  for (let unit = 0; unit < text.length; unit += 1) {
    const mark = text[unit] ?? '';
    if (closing !== '') quoted[unit] = 1;
    if (closing !== '' && closing.includes(mark)) closing = '';
    else if (closing === '') closing = CLOSING.get(mark) ?? '';
  }
  return quoted;
};

/** Pairs may stand inside pairs: each unit is looked at once all the same. */
const unitsInside = (pairs: readonly Place[], { text, start: offset }: Paragraph): Uint8Array => {
  const inside = new Uint8Array(text.length + 1);
  const changes = new Int32Array(text.length + 1);
  for (const { start, end } of pairs) {
    changes[start - offset] = (changes[start - offset] ?? 0) + 1;
    changes[end - offset] = (changes[end - offset] ?? 0) - 1;
  }
  let depth = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    depth += changes[unit] ?? 0;
    if (depth > 0) inside[unit] = 1;
  }
  return inside;
};

/** By what each opening mark may be closed. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['"', '"'],
  ['«', '»'],
]);

const isSpace = (character = 'x'): boolean => character.trim() === '';

/** The full stop after a single capital letter: of an initial, or of U.S. */
const isInitial = (text: string, unit: number): boolean =>
  text[unit] === '.' && /(?:^|[^\p{L}\p{N}])\p{Lu}$/u.test(text.slice(Math.max(0, unit - 2), unit));
