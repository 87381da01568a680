import { MONTHS } from './calendar-words.js';
import { wholeWords } from './read-text.js';
import type { Reading } from './read-text.js';
import type { Notice } from './text-note.js';

const MONTH = String.raw`(?:${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:19|20)\d{2}`;

const DATED = wholeWords(
  String.raw`${YEAR}|${DAY}\.?\s{1,3}(?:of\s{1,3})?${MONTH}|${MONTH}\s{1,3}(?:the\s{1,3})?${DAY}`,
);

/** Neither a year nor a day with its month stands anywhere in the text. */
export const noDateline = ({ text, isEnglish }: Reading): readonly Notice[] =>
  isEnglish && text.search(DATED) === -1
    ? [{ kind: 'no_dateline', spans: [], message: 'The text does not say when it was written.' }]
    : [];
