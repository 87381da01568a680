import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { ClaimRow } from './claims.table.js';

/** Claims and their checks in one list: a check has its claim's id. */
export const claimsProjection: Projection<ClaimEvent | CheckEvent> = {
  name: 'claims',
  build: 1,
  tables: [ClaimRow],
  on: {
    ClaimProposed: ({ deskId, id, recordedAt, data }, rows) =>
      rows.insert(ClaimRow, {
        deskId,
        claimId: id,
        proposedAt: recordedAt,
        text: data.text,
        language: data.language,
        claimant: data.claimant,
        voice: data.voice,
        statedOn: data.statedOn,
        status: 'proposed',
        relations: 0,
      }),
    ClaimAccepted: ({ deskId, id, data: { checkability, severity } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { status: 'accepted', checkability, severity }),
    ClaimProposalRejected: ({ deskId, id }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { status: 'rejected' }),
    ClaimLinked: async ({ deskId, id, data: { toClaimId } }, rows) => {
      await rows.increment(ClaimRow, { deskId, claimId: id }, 'relations', 1);
      await rows.increment(ClaimRow, { deskId, claimId: toClaimId }, 'relations', 1);
    },

    StageEntered: ({ deskId, id, data: { stage } }, rows) => rows.update(ClaimRow, { deskId, claimId: id }, { stage }),
    VerdictDrafted: ({ deskId, id, data: { versionNo, label, labelText, finding } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { draft: { versionNo, label, labelText, finding } }),
    VerdictPublished: ({ deskId, id }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { live: () => 'draft', draft: () => 'NULL' }),
  },
};
