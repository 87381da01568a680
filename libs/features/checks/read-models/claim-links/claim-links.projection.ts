import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import { ClaimLinkRow } from './claim-links.table.js';

/** The links of all claims, to be read from both ends: a stream knows only those that lead from its claim. */
export const claimLinksProjection: Projection<ClaimEvent> = {
  name: 'claim-links',
  build: 1,
  tables: [ClaimLinkRow],
  on: {
    ClaimLinked: ({ deskId, id, data: { linkId, toClaimId, relation } }, rows) =>
      rows.insert(ClaimLinkRow, { deskId, claimId: id, linkId, toClaimId, relation }),
  },
};
