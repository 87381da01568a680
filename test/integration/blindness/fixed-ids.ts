import { createHash } from 'node:crypto';

// In place of the package `uuid`: the same ids in the same order, so that two worlds can be compared byte by byte.

type Uuid = Pick<typeof import('uuid'), 'v7'>;

const actual = jest.requireActual<typeof import('uuid')>('uuid');
const MADE_AT = Date.parse('2022-11-09T09:00:00.000Z');

let made = 0;

/** The next id is the first one again. */
export const startIdsAnew = (): void => {
  made = 0;
};

const next = (): string => {
  made += 1;
  const random = createHash('sha256').update(`id ${made}`).digest();
  return actual.v7({ msecs: MADE_AT, seq: made, random });
};

export const uuid: typeof import('uuid') = {
  ...actual,
  v7: (options?: Parameters<Uuid['v7']>[0]) => (options === undefined ? next() : actual.v7(options)),
};
