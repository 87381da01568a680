import type { Reading } from './read-text.js';
import { singleQuotesOf } from './single-quotes.js';
import type { Notice } from './text-note.js';

/** A single quotation mark without its other half: where a quotation ends or begins is then anybody's guess. */
export const unbalancedQuotes = ({ paragraphs, spanOf }: Reading): readonly Notice[] =>
  paragraphs
    .flatMap((paragraph) => singleQuotesOf(paragraph).alone)
    .map(({ mark, at }) => ({
      kind: 'unbalanced_quote',
      spans: [spanOf({ start: at, end: at + 1 })],
      message:
        mark === '‘' ? 'This quotation mark is never closed.' : 'This quotation mark closes what was never opened.',
    }));
