import type { EntityManager } from 'typeorm';
import { ClaimRow } from './claims.table.js';

type ClaimKey = Pick<ClaimRow, 'deskId' | 'claimId'>;

/** What was decided before is not suggested again. */
export const suggest = async (rows: EntityManager, key: ClaimKey, claimIds: readonly string[]): Promise<void> => {
  const { suggestions, decidedSuggestions } = await rows.findOneByOrFail(ClaimRow, key);
  const open = claimIds.filter((claimId) => !decidedSuggestions.includes(claimId));
  await rows.update(ClaimRow, key, { suggestions: [...new Set([...suggestions, ...open])] });
};

/** Somebody linked the two, merged them, or said that they have nothing to do with each other. */
export const decideSuggestion = async (rows: EntityManager, key: ClaimKey, claimId: string): Promise<void> => {
  const { suggestions, decidedSuggestions } = await rows.findOneByOrFail(ClaimRow, key);
  await rows.update(ClaimRow, key, {
    suggestions: suggestions.filter((one) => one !== claimId),
    decidedSuggestions: [...new Set([...decidedSuggestions, claimId])],
  });
};
