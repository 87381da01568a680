import { canonicalJson } from '#kernel';
import { z } from 'zod';

/** What a version changed of the one before it. */
export const difference = z
  .strictObject({
    field: z.string().describe('Where it is, such as review.quorum.high, or labels.true.text.en.'),
    before: z.unknown().describe('Absent where the version before had nothing.'),
    after: z.unknown().describe('Absent where this version has nothing any more.'),
  })
  .partial({ before: true, after: true })
  .meta({ id: 'StandardDifference' });

export type Difference = z.infer<typeof difference>;

type Fields = Readonly<Record<string, unknown>>;

/** Field by field, as deep as both have fields; a list differs as a whole. */
export const differencesBetween = (
  before: Fields,
  after: Fields,
  path: readonly string[] = [],
): readonly Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    differencesOf(before[name], after[name], [...path, name]),
  );

const differencesOf = (before: unknown, after: unknown, path: readonly string[]): readonly Difference[] => {
  if (isFields(before) && isFields(after)) return differencesBetween(before, after, path);
  if (canonicalJson([before ?? null]) === canonicalJson([after ?? null])) return [];
  return [{ field: path.join('.'), ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
