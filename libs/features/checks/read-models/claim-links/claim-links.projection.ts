import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import { ClaimLinkRow, ClaimMergeRow } from './claim-links.table.js';

/** The links and mergers of all claims, to be read from both ends: a stream knows only those that lead from its claim. */
export const claimLinksProjection: Projection<ClaimEvent> = {
  name: 'claim-links',
  build: 2,
  tables: [ClaimLinkRow, ClaimMergeRow],
  on: {
    ClaimLinked: ({ deskId, id, data: { linkId, toClaimId, relation } }, rows) =>
      rows.insert(ClaimLinkRow, { deskId, claimId: id, linkId, toClaimId, relation }),
    ClaimUnlinked: ({ deskId, id, data: { linkId } }, rows) =>
      rows.delete(ClaimLinkRow, { deskId, claimId: id, linkId }),
    ClaimMerged: ({ deskId, id, data: { intoClaimId } }, rows) =>
      rows.insert(ClaimMergeRow, { deskId, claimId: id, intoClaimId }),
    ClaimUnmerged: ({ deskId, id }, rows) => rows.delete(ClaimMergeRow, { deskId, claimId: id }),
  },
};
