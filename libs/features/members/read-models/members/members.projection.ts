import type { Projection } from '#platform/subscriptions';
import type { MemberEvent } from '../../domain/member.events.js';
import { MemberRoleRow, MemberRow } from './members.table.js';

/** Who works at the desk. A name stands here as long as it stands in the stream; addresses do not come here at all. */
export const membersProjection: Projection<MemberEvent> = {
  name: 'members',
  build: 1,
  tables: [MemberRow, MemberRoleRow],
  on: {
    MemberInvited: ({ deskId, id }, rows) =>
      rows.insert(MemberRow, { deskId, memberId: id, status: 'invited', languages: [], topics: [] }),
    MemberProfileRecorded: ({ deskId, id, data }, rows) =>
      rows.update(MemberRow, { deskId, memberId: id }, { name: data?.name ?? null }),
    MemberProfileErased: ({ deskId, id }, rows) => rows.update(MemberRow, { deskId, memberId: id }, { name: null }),
    MemberSkillsSet: ({ deskId, id, data: { languages, topics } }, rows) =>
      rows.update(MemberRow, { deskId, memberId: id }, { languages, topics }),

    MemberActivated: ({ deskId, id }, rows) => rows.update(MemberRow, { deskId, memberId: id }, { status: 'active' }),
    MemberSuspended: ({ deskId, id }, rows) =>
      rows.update(MemberRow, { deskId, memberId: id }, { status: 'suspended' }),
    MemberReinstated: ({ deskId, id }, rows) => rows.update(MemberRow, { deskId, memberId: id }, { status: 'active' }),
    MemberDeparted: ({ deskId, id }, rows) => rows.update(MemberRow, { deskId, memberId: id }, { status: 'departed' }),

    RoleGranted: ({ deskId, id, data: { role } }, rows) => rows.insert(MemberRoleRow, { deskId, memberId: id, role }),
    RoleRevoked: ({ deskId, id, data: { role } }, rows) => rows.delete(MemberRoleRow, { deskId, memberId: id, role }),
  },
};
