import type { Projection } from '#platform/subscriptions';
import type { PolicyEvent } from '../../domain/policy.events.js';
import { PolicyRow } from './policies.table.js';

/** Which policies there are, and which versions of them. */
export const policiesProjection: Projection<PolicyEvent> = {
  name: 'policies',
  build: 1,
  tables: [PolicyRow],
  on: {
    PolicyDefined: ({ deskId, id, data: { name } }, rows) => rows.insert(PolicyRow, { deskId, policyId: id, name }),
    PolicyVersionDrafted: ({ deskId, id, data: { version } }, rows) =>
      rows.update(PolicyRow, { deskId, policyId: id }, { draft: version }),
    PolicyVersionActivated: ({ deskId, id, data: { version } }, rows) =>
      rows.update(PolicyRow, { deskId, policyId: id }, { active: version, draft: null }),
  },
};
