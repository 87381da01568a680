const MAX_DEPTH = 32;

/** This value has no canonical form. A defect of the program, or text that the edge let through. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * RFC 8785 with refusals: members sorted by UTF-16 code units, no white space, numbers and escapes as ECMAScript prints
 * them. Members that are `undefined` are left out, as if they had not been written. Throws `NotCanonical` for whatever
 * JSON does not keep exactly: other objects than plain ones, sparse arrays, numbers that are not finite or integers
 * beyond 2^53 - 1, U+0000, lone surrogates, more than 32 levels.
 */
export const canonicalJson = (value: unknown): string => write(value, 0);

const write = (value: unknown, depth: number): string => {
  if (depth > MAX_DEPTH) throw new NotCanonical(`More than ${MAX_DEPTH} levels.`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return writeNumber(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (isPlain(value)) return writeObject(value, depth);
  throw new NotCanonical(`A ${typeof value} is not JSON.`);
};

const writeText = (text: string): string => {
  if (!isReadable(text)) throw new NotCanonical('Text with U+0000 or half a surrogate pair.');
  return JSON.stringify(text);
};

/** Whether PostgreSQL and UTF-8 can hold this text: no U+0000 and no half of a surrogate pair. */
export const isReadable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

const writeNumber = (value: number): string => {
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!isExact) throw new NotCanonical(`${value} is not exact.`);
  return JSON.stringify(value);
};

const writeObject = (value: Readonly<Record<string, unknown>>, depth: number): string => {
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .toSorted(byCodeUnit)
    .map((name) => `${writeText(name)}:${write(value[name], depth + 1)}`);
  return `{${members.join(',')}}`;
};

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1);

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
};
