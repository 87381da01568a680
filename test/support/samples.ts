import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyEvent } from '#kernel';

type Data = Readonly<Record<string, unknown>>;

const SAMPLES = path.resolve(import.meta.dirname, '../contracts/events');
const known = new Map<string, Data>();

/** The stored sample of a type of event, with other data in some fields. */
export const sampleEvent = (type: string, changes: Data = {}): AnyEvent => ({
  type,
  data: { ...dataOf(type), ...changes },
});

const dataOf = (type: string): Data => {
  const found = known.get(type);
  if (found !== undefined) return found;
  const { data } = JSON.parse(readFileSync(path.join(SAMPLES, `${type}.v1.json`), 'utf8')) as { readonly data: Data };
  known.set(type, data);
  return data;
};
