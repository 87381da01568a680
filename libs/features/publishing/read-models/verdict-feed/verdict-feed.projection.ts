import type { EntityManager } from 'typeorm';
import type { Recorded } from '#kernel';
import type { CheckEvent, VerdictPublished } from '#features/checks';
import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import { VerdictFeedCandidateRow, VerdictFeedRow } from './verdict-feed.table.js';

/** Which verdicts are published, in the order of the feed and by what it is narrowed. */
export const verdictFeedProjection: Projection<CheckEvent | ClaimEvent> = {
  name: 'verdict-feed',
  build: 1,
  tables: [VerdictFeedCandidateRow, VerdictFeedRow],
  definitions: ['CREATE INDEX ON verdict_feed (desk_id, published_at DESC, check_id DESC)'],
  on: {
    CheckOpened: ({ deskId, id, data: { claim } }, rows) =>
      rows.upsert(VerdictFeedCandidateRow, { deskId, checkId: id, claimant: claim.claimant.key }, [
        'deskId',
        'checkId',
      ]),
    ClaimAttributed: ({ deskId, id, data: { claimant } }, rows) =>
      rows.update(VerdictFeedCandidateRow, { deskId, checkId: id }, { claimant: claimant.key }),
    VerdictDrafted: ({ deskId, id, data: { language, label } }, rows) =>
      rows.update(VerdictFeedCandidateRow, { deskId, checkId: id }, { language, label }),
    VerdictPublished: (event, rows) => published(event, rows),
  },
};

/** The latest draft is the one that was approved. */
const published = async (
  { deskId, id, recordedAt }: Recorded<VerdictPublished>,
  rows: EntityManager,
): Promise<void> => {
  const candidate = await rows.findOneBy(VerdictFeedCandidateRow, { deskId, checkId: id });
  if (candidate?.language == null || candidate.label === null) return;
  const { claimant, language, label } = candidate;
  const row = { deskId, checkId: id, claimant, language, label, publishedAt: recordedAt };
  await rows.upsert(VerdictFeedRow, row, ['deskId', 'checkId']);
};
