import type { Key, Language } from '#kernel';
import { loadedVerbs } from './loaded-verb.js';
import { noDateline } from './no-dateline.js';
import { readText } from './read-text.js';
import type { Reading } from './read-text.js';
import { relativeDates } from './relative-date.js';
import { residues } from './residue.js';
import { rhetoricalQuestions } from './rhetorical-question.js';
import type { Notice } from './text-note.js';
import { unbalancedQuotes } from './unbalanced-quote.js';

/** The notes say who made them: whoever changes what is noticed raises the version. */
export const ANALYSER: { readonly tool: Key; readonly version: string } = { tool: 'text-notes', version: '1' };

/** More of one kind than anybody reads. */
export const MOST_OF_A_KIND = 200;

const KINDS: readonly ((reading: Reading) => readonly Notice[])[] = [
  unbalancedQuotes,
  relativeDates,
  noDateline,
  loadedVerbs,
  rhetoricalQuestions,
  residues,
];

/** What a program notices in a text: in time that grows as the text does, whatever stands in it. */
export const analyseText = (text: string, language: Language): readonly Notice[] => {
  const reading = readText(text, language);
  return KINDS.flatMap((noticesIn) => firstOf(noticesIn(reading)));
};

const firstOf = (notices: readonly Notice[]): readonly Notice[] => {
  if (notices.length <= MOST_OF_A_KIND) return notices;
  const [last, ...others] = notices.slice(0, MOST_OF_A_KIND).toReversed();
  const more = `${last?.message} ${notices.length - MOST_OF_A_KIND} more like it are not listed.`;
  return last === undefined ? [] : [...others.toReversed(), { ...last, message: more }];
};
