import type { Reading } from './read-text.js';
import type { Notice } from './text-note.js';

/** Lines that pages carry beside their text, in lower case. */
const KNOWN: ReadonlySet<string> = new Set([
  'related posts',
  'related articles',
  'related stories',
  'recommended for you',
  'you may also like',
  'read more',
  'read also',
  'most read',
  'advertisement',
  'share this article',
  'leave a comment',
  'sign up for our newsletter',
  'all rights reserved',
]);

/** A paragraph that is page furniture, and nobody's assertion. */
export const residues = ({ paragraphs, spanOf }: Reading): readonly Notice[] =>
  paragraphs
    .filter(({ text }) => KNOWN.has(text.toLowerCase()))
    .map((paragraph) => ({
      kind: 'residue',
      spans: [spanOf(paragraph)],
      message: 'This looks like a part of the page, and not of the text.',
    }));
