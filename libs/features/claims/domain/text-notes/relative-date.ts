import { MONTHS, WEEKDAYS } from './calendar-words.js';
import { placesOf, wholeWords } from './read-text.js';
import type { Reading } from './read-text.js';
import type { Notice } from './text-note.js';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const NUMBER = String.raw`\d{1,4}|(?:${TENS})(?:-(?:${ONES}))?|${TEENS}|${ONES}|hundred`;
const YEAR_AFTER = String.raw`,?\s{1,3}\d{4}(?!\d)`;

/** Names are written with a capital letter: may and march are words of their own. */
const NAMES = wholeWords(String.raw`${WEEKDAYS.join('|')}|[Ii]n\s{1,3}(?:${MONTHS.join('|')})(?!${YEAR_AFTER})`);
const PHRASES = wholeWords(
  String.raw`last\s{1,3}week|(?:${NUMBER})-(?:year|month|week|day)-old|a\s{1,3}day\s{1,3}after|yesterday|today|tomorrow`,
  'i',
);

/** Words that mean another day in another week. Vague ones, such as recently, mean none. */
export const relativeDates = (reading: Reading): readonly Notice[] => {
  if (!reading.isEnglish) return [];
  return [...placesOf(NAMES, reading), ...placesOf(PHRASES, reading)]
    .toSorted((one, other) => one.start - other.start)
    .map((place) => ({
      kind: 'relative_date',
      spans: [reading.spanOf(place)],
      message: 'Which day this is depends on when it was written.',
    }));
};
