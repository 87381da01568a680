import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { isWebArchive } from './wacz.js';

const BINARY = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'video/mp4'];
const TEXT = ['text/plain', 'text/csv'];
const WEB_ARCHIVE = 'application/wacz';

/** What may be given to a desk. Nothing that runs in a browser, and no archives but those of web pages. */
export const ACCEPTED_TYPES: readonly string[] = [...BINARY, ...TEXT, WEB_ARCHIVE];

/** What this file is, if that is accepted and agrees with what it is said to be: by its bytes, not by its name. */
export const acceptedTypeOf = async (file: string, contentType: string | undefined): Promise<string | undefined> => {
  const [said = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isSaidRightly = TEXT.includes(said) ? isUtf8(parameters) && (await isText(file)) : await isBinary(file, said);
  return isSaidRightly ? said : undefined;
};

const isUtf8 = (parameters: readonly string[]): boolean =>
  parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter));

const isBinary = async (file: string, said: string): Promise<boolean> => {
  const found = (await fileTypeFromFile(file))?.mime;
  if (said === WEB_ARCHIVE) return found === 'application/zip' && (await isWebArchive(file));
  return BINARY.includes(said) && found === said;
};

/** What browsers take for a page or a document by its first bytes (WHATWG's MIME Sniffing): a comment is a page too. */
const TAGS = 'html|head|body|script|iframe|style|title|svg|h1|div|font|table|a|b|br|p';
const OTHER_LANGUAGES = new RegExp(
  `^\\uFEFF?\\s*(<(${TAGS})[\\s>/]|<!--|<!doctype\\b|<\\?xml\\b|%PDF-|%!PS|\\{\\\\rtf)`,
  'i',
);

const CONTROL = /[^\P{Cc}\t\n\f\r]/u;

/** Text files have no magic bytes: what would be taken for something else by its first ones is none. */
const isText = async (file: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let isEmpty = true;
  try {
    for await (const part of createReadStream(file)) {
      if (CONTROL.test(decoder.decode(part as Uint8Array, { stream: true }))) return false;
      isEmpty = false;
    }
    decoder.decode();
  } catch {
    return false; // not UTF-8
  }
  return !isEmpty && !OTHER_LANGUAGES.test(await beginningOf(file));
};

/** So much of a file is looked at by browsers that guess. */
const BEGINNING = 1445;

const beginningOf = async (file: string): Promise<string> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
};
