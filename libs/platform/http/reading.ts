import { z } from 'zod';

/** An event that the answer should know of: `<stream>@<version>`, as the receipt of a command names it. */
export const after = z
  .string()
  .regex(/^[a-z]+-[A-Za-z0-9._-]{1,100}@[1-9]\d{0,8}$/, 'A stream and a version, such as check-<id>@7.');

export type StreamVersion = { readonly stream: string; readonly version: number };

export const streamVersion = (given: string): StreamVersion => {
  const at = given.lastIndexOf('@');
  return { stream: given.slice(0, at), version: Number(given.slice(at + 1)) };
};

const wholeNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export const MAX_PAGE = 200;

/** How much of a list is asked for at once. */
export const pageSize = (most: number, usual: number) =>
  z.preprocess(wholeNumber, z.int().min(1).max(most)).default(usual);

/** The parameters of every list; those of one list are added by `extend`. */
export const listQuery = z.strictObject({
  cursor: z.string().max(1000).optional(),
  limit: pageSize(MAX_PAGE, 50),
  after: after.optional(),
});

/** The answer of every list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().optional().describe('For the next page; absent on the last one.'),
    ...readAt,
  });

/** How fresh the answer of a read model is. */
export const readAt = {
  position: z.int().nonnegative().describe('Events of the desk’s log that it knows of.'),
  lagMs: z.int().nonnegative().describe('Age of the oldest event that it does not know of yet.'),
} as const;
