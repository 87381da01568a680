import type { Reading } from './read-text.js';
import { sentencesOf } from './sentences.js';
import type { Notice } from './text-note.js';

/** A question that the text itself asks, and no one whom it quotes. */
export const rhetoricalQuestions = ({ paragraphs, spanOf }: Reading): readonly Notice[] =>
  paragraphs
    .filter(({ text }) => text.includes('?'))
    .flatMap(sentencesOf)
    .filter(({ asks, endsInQuotation }) => asks && !endsInQuotation)
    .map((sentence) => ({
      kind: 'rhetorical_question',
      spans: [spanOf(sentence)],
      message: 'The text asks this itself: a question suggests, and asserts nothing.',
    }));
