import { placesOf, wholeWords } from './read-text.js';
import type { Reading } from './read-text.js';
import type { Notice } from './text-note.js';

const VERBS = wholeWords('admitted|conceded|confessed|debunked|exposed|refuted', 'i');

/** A verb that says more than that something was said. */
export const loadedVerbs = (reading: Reading): readonly Notice[] => {
  if (!reading.isEnglish) return [];
  return placesOf(VERBS, reading).map((place) => ({
    kind: 'loaded_verb',
    spans: [reading.spanOf(place)],
    message: `“${place.words}” takes what was said for true, or for proved.`,
  }));
};
