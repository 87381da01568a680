import type { EntityManager } from 'typeorm';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { PinnedStandardRow } from './pinned-standards.table.js';

/** A policy is pinned when a check is opened, a scale with each round: two rounds on one version count once. */
export const pinnedStandardsProjection: Projection<CheckEvent> = {
  name: 'pinned-standards',
  build: 1,
  tables: [PinnedStandardRow],
  on: {
    CheckOpened: ({ deskId, id: checkId, data: { policy } }, rows) =>
      pin(rows, { deskId, what: 'policy', id: policy.policyId, version: policy.version, checkId }),
    ReviewRoundOpened: ({ deskId, id: checkId, data: { scale } }, rows) =>
      pin(rows, { deskId, what: 'scale', id: scale.scaleId, version: scale.version, checkId }),
  },
};

const pin = (rows: EntityManager, row: PinnedStandardRow): Promise<unknown> =>
  rows.createQueryBuilder().insert().into(PinnedStandardRow).values(row).orIgnore().execute();
