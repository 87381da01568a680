import { isReadable } from '#kernel';
import { pointerTo } from './json-pointer.js';
import { RequestProblem } from './request-problem.js';

const MAX_DEPTH = 32;

const TOKEN = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+)/y;

/**
 * The value of a JSON text, or `request/unreadable` for one that other readers might read otherwise: a name twice in one
 * object, `__proto__`, numbers that are not kept exactly, more than 32 levels, bytes that are not UTF-8.
 * Text that no database keeps is `desk/text-unreadable`, wherever it stands.
 */
export const strictJson = (bytes: Buffer): unknown => {
  const source = decoded(bytes);
  checkDepth(source);
  const value = parsed(source);
  checkNames(source);
  checkTexts(value);
  return value;
};

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('The body is not UTF-8.');
  }
};

const parsed = (source: string): unknown => {
  if (source.trim() === '') throw unreadable('The body is empty: send at least {}.');
  try {
    return JSON.parse(source);
  } catch {
    throw unreadable('The body is not JSON.');
  }
};

/** The tokens of a JSON text. Of another text, some beginning of it. */
const tokensOf = function* (source: string): Generator<string> {
  const token = new RegExp(TOKEN);
  for (let found = token.exec(source); found !== null; found = token.exec(source)) yield found[1] ?? '';
};

/** Before the text is parsed, so that no depth can hurt. */
const checkDepth = (source: string): void => {
  let depth = 0;
  for (const token of tokensOf(source)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > MAX_DEPTH) throw unreadable(`The body has more than ${MAX_DEPTH} levels.`);
  }
};

/** After it was parsed: in JSON, the text before a colon is a name. */
const checkNames = (source: string): void => {
  const objects: Set<string>[] = [];
  let before = '';
  for (const token of tokensOf(source)) {
    if (token === '{') objects.push(new Set());
    if (token === '}') objects.pop();
    if (token === ':') addName(objects.at(-1), JSON.parse(before) as string);
    if (isNumber(token)) checkNumber(token);
    before = token;
  }
};

const addName = (names: Set<string> | undefined, name: string): void => {
  if (name === '__proto__') throw unreadable('No member may be called __proto__.');
  if (names?.has(name)) throw unreadable(`An object has the member ${JSON.stringify(name)} twice.`);
  names?.add(name);
};

const isNumber = (token: string): boolean => /^[-\d]/.test(token);

const checkNumber = (token: string): void => {
  const value = Number(token);
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!isExact) throw unreadable(`The number ${token.slice(0, 40)} cannot be kept exactly.`);
};

const checkTexts = (value: unknown, path: readonly string[] = []): void => {
  if (typeof value === 'string') checkText(value, path, 'It');
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    checkText(name, path, 'A name in it');
    checkTexts(member, [...path, name]);
  }
};

const checkText = (text: string, path: readonly string[], what: string): void => {
  if (isReadable(text)) return;
  const detail = `${what} has U+0000 or half a surrogate pair.`;
  throw new RequestProblem(422, 'desk/text-unreadable', 'A text has U+0000 or half a surrogate pair in it.', {
    flaws: [{ pointer: pointerTo(path), detail }],
  });
};

const unreadable = (detail: string): RequestProblem => new RequestProblem(400, 'request/unreadable', detail);
