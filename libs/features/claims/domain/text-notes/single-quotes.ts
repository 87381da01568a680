import type { Paragraph, Place } from './read-text.js';

/** The single quotation marks of one paragraph: which of them belong together, and which are left alone. */
export type SingleQuotes = { readonly pairs: readonly Place[]; readonly alone: readonly SingleQuote[] };

export type SingleQuote = { readonly mark: '‘' | '’'; readonly at: number };

/** A ’ between two letters is an apostrophe; any other closes the open ‘ of its paragraph. */
export const singleQuotesOf = ({ text, start }: Paragraph): SingleQuotes => {
  const pairs: Place[] = [];
  const open: SingleQuote[] = [];
  const unopened: SingleQuote[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const mark = text[unit];
    if (mark === '‘') open.push({ mark, at: start + unit });
    if (mark !== '’' || isApostrophe(text, unit)) continue;
    const opening = open.pop();
    if (opening === undefined) unopened.push({ mark, at: start + unit });
    else pairs.push({ start: opening.at, end: start + unit + 1 });
  }
  return { pairs, alone: [...unopened, ...open].toSorted((one, other) => one.at - other.at) };
};

const isApostrophe = (text: string, unit: number): boolean =>
  /\p{L}$/u.test(text.slice(Math.max(0, unit - 2), unit)) && /^\p{L}/u.test(text.slice(unit + 1, unit + 3));
