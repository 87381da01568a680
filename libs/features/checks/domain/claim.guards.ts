import { isRateable } from '#features/claims';
import type { ClaimFacts } from '#features/claims';
import { claimMerged, claimNotAccepted, claimNotRateable, dateUnresolved } from './case.errors.js';

/** A claim that is there and was accepted, whatever became of it since. */
export const demandAccepted = (claim: ClaimFacts | undefined): ClaimFacts => {
  if (claim?.status !== 'accepted' && claim?.status !== 'merged') throw claimNotAccepted();
  return claim;
};

export const demandUnmerged = ({ status }: ClaimFacts): void => {
  if (status === 'merged') throw claimMerged();
};

export const demandRateable = (claim: ClaimFacts): void => {
  if (!isRateable(claim)) throw claimNotRateable(claim.checkability);
};

/** That a date cannot be found out is an answer; that nobody has looked is none. */
export const demandDated = ({ statedOn }: ClaimFacts): void => {
  if (statedOn.precision === 'unresolved') throw dateUnresolved();
};
