import { CaptureFailed } from './web-archive.js';

/** What can be shown as text or as an image, and documents. No SVG, no archives, no scripts. */
export const CAPTURED_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/csv',
  'application/json',
  'application/ld+json',
  'application/xml',
  'text/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
];

/** The type that an answer says it is of, with its charset. Throws for a type that is not archived, and for none. */
export const capturedTypeOf = (contentType: string | undefined): string => {
  const [essence = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!CAPTURED_TYPES.includes(essence))
    throw new CaptureFailed('media-type', 'What stands there is of a type that is not archived.', true);
  const charset = parameters.map((parameter) => CHARSET.exec(parameter)?.[1]).find((name) => name !== undefined);
  return charset === undefined ? essence : `${essence}; charset=${charset}`;
};

const CHARSET = /^charset="?([a-z0-9._:-]{1,40})"?$/;
