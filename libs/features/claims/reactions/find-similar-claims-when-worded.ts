import { enqueue } from '#kernel';
import type { JobRequest, Reaction } from '#kernel';
import type { ClaimEvent } from '../domain/claim.events.js';
import { findSimilarClaims } from '../jobs/find-similar-claims.job.js';

export const findSimilarClaimsWhenWorded: Reaction<ClaimEvent> = {
  name: 'find-similar-claims-when-worded',
  on: {
    ClaimAccepted: ({ id, version }) => [search(id, version)],
    ClaimNormalised: ({ id, version }) => [search(id, version)],
  },
};

const search = (claimId: string, version: number): JobRequest =>
  enqueue(findSimilarClaims, { key: [claimId, version], payload: { claimId } });
