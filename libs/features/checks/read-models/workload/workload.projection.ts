import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { WorkloadRow } from './workload.table.js';

/** What each member has on his desk. A publication completes every assignment of its check. */
export const workloadProjection: Projection<CheckEvent> = {
  name: 'workload',
  build: 1,
  tables: [WorkloadRow],
  on: {
    AssignmentOffered: ({ deskId, id, data: { assignmentId, memberId } }, rows) =>
      rows.insert(WorkloadRow, { deskId, checkId: id, assignmentId, memberId }),
    AssignmentDeclined: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.delete(WorkloadRow, { deskId, checkId: id, assignmentId }),
    AssignmentExpired: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.delete(WorkloadRow, { deskId, checkId: id, assignmentId }),
    VerdictPublished: ({ deskId, id }, rows) => rows.delete(WorkloadRow, { deskId, checkId: id }),
  },
};
