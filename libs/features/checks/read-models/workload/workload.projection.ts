import type { EntityManager } from 'typeorm';
import type { Instant, Recorded, Role } from '#kernel';
import type { MemberEvent } from '#features/members';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { WorkloadCheckRow, WorkloadMemberRow, WorkloadRow } from './workload.table.js';

/** What each member has on his desk. A publication completes every assignment of its check. */
export const workloadProjection: Projection<CheckEvent | MemberEvent> = {
  name: 'workload',
  build: 2,
  tables: [WorkloadRow, WorkloadCheckRow, WorkloadMemberRow],
  on: {
    MemberInvited: ({ deskId, id }, rows) =>
      rows.insert(WorkloadMemberRow, {
        deskId,
        memberId: id,
        name: null,
        status: 'invited',
        roles: [],
        languages: [],
        topics: [],
        lastAssignedAt: null,
      }),
    MemberProfileRecorded: (event, rows) => changed(event, rows, { name: event.data?.name ?? null }),
    MemberProfileErased: (event, rows) => changed(event, rows, { name: null }),
    MemberSkillsSet: (event, rows) => changed(event, rows, event.data),
    MemberActivated: (event, rows) => changed(event, rows, { status: 'active' }),
    MemberSuspended: (event, rows) => changed(event, rows, { status: 'suspended' }),
    MemberReinstated: (event, rows) => changed(event, rows, { status: 'active' }),
    MemberDeparted: (event, rows) => changed(event, rows, { status: 'departed' }),
    RoleGranted: (event, rows) => rolesChanged(event, rows, (roles) => [...roles, event.data.role]),
    RoleRevoked: (event, rows) => rolesChanged(event, rows, (roles) => roles.filter((one) => one !== event.data.role)),

    StageEntered: ({ deskId, id, data: { stage, dueAt } }, rows) =>
      rows.upsert(WorkloadCheckRow, { deskId, checkId: id, stage, dueAt: dueAt ?? null }, ['deskId', 'checkId']),
    StagePaused: (event, rows) => due(event, rows, null),
    StageResumed: (event, rows) => due(event, rows, event.data.dueAt),
    StageExtended: (event, rows) => due(event, rows, event.data.dueAt),

    AssignmentOffered: (event, rows) => offered(event, rows, event.data),
    AssignmentAccepted: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.update(WorkloadRow, { deskId, checkId: id, assignmentId }, { status: 'accepted' }),
    AssignmentDeclined: (event, rows) => ended(event, rows, event.data.assignmentId),
    AssignmentExpired: (event, rows) => ended(event, rows, event.data.assignmentId),
    AssignmentTransferred: async (event, rows) => {
      const { assignmentId, newAssignmentId, toMemberId: memberId, capacity, expiresAt } = event.data;
      await ended(event, rows, assignmentId);
      await offered(event, rows, { assignmentId: newAssignmentId, memberId, capacity, expiresAt });
    },
    AssignmentReleased: (event, rows) => ended(event, rows, event.data.assignmentId),
    MemberRecused: ({ deskId, id, data: { memberId } }, rows) =>
      rows.delete(WorkloadRow, { deskId, checkId: id, memberId }),

    VerdictPublished: ({ deskId, id }, rows) => rows.delete(WorkloadRow, { deskId, checkId: id }),
  },
};

type Event = Recorded<CheckEvent | MemberEvent>;
type Offer = Pick<WorkloadRow, 'assignmentId' | 'memberId' | 'capacity' | 'expiresAt'>;

const changed = ({ deskId, id }: Event, rows: EntityManager, change: Partial<WorkloadMemberRow>): Promise<unknown> =>
  rows.update(WorkloadMemberRow, { deskId, memberId: id }, change);

const rolesChanged = async (
  event: Event,
  rows: EntityManager,
  change: (roles: readonly Role[]) => readonly Role[],
): Promise<void> => {
  const member = await rows.findOneBy(WorkloadMemberRow, { deskId: event.deskId, memberId: event.id });
  await changed(event, rows, { roles: change(member?.roles ?? []) });
};

const due = ({ deskId, id }: Event, rows: EntityManager, dueAt: Instant | null): Promise<unknown> =>
  rows.update(WorkloadCheckRow, { deskId, checkId: id }, { dueAt });

const offered = async (
  { deskId, id, recordedAt }: Event,
  rows: EntityManager,
  { assignmentId, memberId, capacity, expiresAt }: Offer,
): Promise<void> => {
  const offer = { assignmentId, memberId, capacity, expiresAt, status: 'offered' } as const;
  await rows.insert(WorkloadRow, { deskId, checkId: id, ...offer });
  await rows.update(WorkloadMemberRow, { deskId, memberId }, { lastAssignedAt: recordedAt });
};

const ended = ({ deskId, id }: Event, rows: EntityManager, assignmentId: string): Promise<unknown> =>
  rows.delete(WorkloadRow, { deskId, checkId: id, assignmentId });
