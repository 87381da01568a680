import { enqueue } from '#kernel';
import type { JobRequest, Reaction } from '#kernel';
import type { MemberEvent } from '#features/members';
import { releaseAssignments } from '../jobs/release-assignments.job.js';

/** Which of them no longer stand, the job finds out. */
export const releaseAssignmentsWhenMemberChanges: Reaction<MemberEvent> = {
  name: 'release-assignments-when-member-changes',
  on: {
    RoleRevoked: ({ id, version }) => [release(id, version)],
    MemberSuspended: ({ id, version }) => [release(id, version)],
    MemberDeparted: ({ id, version }) => [release(id, version)],
    InterestDeclared: ({ id, version }) => [release(id, version)],
  },
};

const release = (memberId: string, version: number): JobRequest =>
  enqueue(releaseAssignments, { key: [memberId, version], payload: { memberId, version } });
