import type { Projection } from '#platform/subscriptions';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { ClaimWordingRow } from './claim-wording.table.js';

/** What the desk's claims say, to be compared with each other. */
export const claimWordingsProjection: Projection<ClaimEvent> = {
  name: 'claim-wordings',
  build: 1,
  tables: [ClaimWordingRow],
  definitions: [
    `ALTER TABLE claim_wording ADD COLUMN words tsvector GENERATED ALWAYS AS (CASE WHEN language ~* '^en(-|$)'
       THEN to_tsvector('english', text) ELSE to_tsvector('simple', text) END) STORED`,
    'CREATE INDEX ON claim_wording USING gin (words)',
    'CREATE INDEX ON claim_wording USING gin (text trigrams.gin_trgm_ops)',
  ],
  on: {
    ClaimProposed: ({ deskId, id, data: { text, language } }, rows) =>
      rows.insert(ClaimWordingRow, { deskId, claimId: id, text, language, isCandidate: false }),
    ClaimNormalised: ({ deskId, id, data: { text } }, rows) =>
      rows.update(ClaimWordingRow, { deskId, claimId: id }, { text }),
    ClaimAccepted: ({ deskId, id }, rows) =>
      rows.update(ClaimWordingRow, { deskId, claimId: id }, { isCandidate: true }),
    ClaimMerged: ({ deskId, id }, rows) =>
      rows.update(ClaimWordingRow, { deskId, claimId: id }, { isCandidate: false }),
    ClaimUnmerged: ({ deskId, id }, rows) =>
      rows.update(ClaimWordingRow, { deskId, claimId: id }, { isCandidate: true }),
  },
};
