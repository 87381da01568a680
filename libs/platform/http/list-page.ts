import type { Cursors } from './cursors.js';
import { RequestProblem } from './request-problem.js';

/** One page of a list: those that fit, and the last of them if more follow. `found` is one more than a page at most. */
export const pageOf = <Item>(
  found: readonly Item[],
  limit: number,
): { readonly page: readonly Item[]; readonly last: Item | undefined } => {
  const page = found.slice(0, limit);
  return { page, last: found.length > limit ? page.at(-1) : undefined };
};

/** Where the next page begins, after an item at this place in the order of the list. */
export const cursorAfter = (cursors: Cursors, list: string, place: readonly string[]): string =>
  cursors.encode([list, ...place]);

/** The place after which a page begins: of another list, it would mean something else. */
export const placeIn = (cursors: Cursors, list: string, cursor: string | undefined): readonly string[] | undefined => {
  if (cursor === undefined) return undefined;
  const [name, ...place] = cursors.decode(cursor);
  if (name === list) return place;
  throw new RequestProblem(400, 'request/parameter-invalid', 'The cursor is one of another list.', {
    flaws: [{ parameter: 'cursor', detail: 'Send nextCursor as this list gave it.' }],
  });
};
