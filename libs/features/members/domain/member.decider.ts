import type { Actor, Decider, Role } from '#kernel';
import type { MemberCommand } from './member.commands.js';
import {
  idTaken,
  installerMadeFirstAdmin,
  interestUnknown,
  notActive,
  ownRoles,
  rolesExcludeEachOther,
} from './member.errors.js';
import type { MemberEvent } from './member.events.js';
import { MEMBER_STATUSES, currentInterests } from './member.state.js';
import type { MemberState, MemberStatus } from './member.state.js';

type OfMember = { readonly id: string; readonly actor: Actor };

const NOT_DEPARTED = ['invited', 'active', 'suspended'] as const satisfies readonly MemberStatus[];

const isOwn = ({ id, actor }: OfMember): boolean => actor.id === id;

export const memberDecider: Decider<MemberState, MemberStatus, MemberCommand, MemberEvent> = {
  category: 'member',
  initialState: { roles: [], interests: [], profiles: [] },
  placeOf: ({ status }) => status ?? 'absent',
  elsewhere: {
    ChangeProfile: notActive,
    SetSkills: notActive,
    DeclareInterest: notActive,
    WithdrawInterest: notActive,
  },

  rules: {
    InviteMember: {
      by: ['admin', 'service:installer'],
      from: ['absent'],
      decide: ({ data: { name, email }, actor, facts }): readonly MemberEvent[] => {
        if (actor.kind === 'service' && facts.deskHasAdmin) throw installerMadeFirstAdmin();
        return [
          { type: 'MemberInvited', data: {} },
          { type: 'MemberProfileRecorded', data: { name, email } },
        ];
      },
    },

    ActivateMember: {
      by: ['own'],
      isOwn,
      from: ['invited'],
      unless: (command, { status }) => isOwn(command) && status === 'active',
      decide: () => [{ type: 'MemberActivated', data: {} }],
    },

    ChangeProfile: {
      by: ['own'],
      isOwn,
      from: NOT_DEPARTED,
      decide: ({ data: { name, email } }) => [{ type: 'MemberProfileRecorded', data: { name, email } }],
    },

    SetSkills: {
      by: ['own'],
      isOwn,
      from: ['active'],
      decide: ({ data: { languages, topics } }) => [{ type: 'MemberSkillsSet', data: { languages, topics } }],
    },

    EraseProfile: {
      by: ['admin'],
      from: MEMBER_STATUSES,
      unless: (_, { status, profiles }) => status !== undefined && profiles.length === 0,
      decide: ({ data: { ground } }, { profiles }) => [
        { type: 'MemberProfileErased', data: { ground, erased: profiles } },
      ],
    },

    GrantRole: {
      by: ['admin', 'service:installer'],
      from: NOT_DEPARTED,
      unless: ({ data }, { roles }) => roles.includes(data.role),
      decide: ({ data: { role }, facts, ...command }, { roles }) => {
        if (command.actor.kind === 'service' && (role !== 'admin' || facts.deskHasAdmin))
          throw installerMadeFirstAdmin();
        if (isOwn(command)) throw ownRoles();
        if (roles.length > 0 && [role, ...roles].some(standsAlone)) throw rolesExcludeEachOther();
        return [{ type: 'RoleGranted', data: { role } }];
      },
    },

    RevokeRole: {
      by: ['admin'],
      from: NOT_DEPARTED,
      unless: ({ data }, { status, roles }) => status !== undefined && !roles.includes(data.role),
      decide: ({ data: { role, reason }, ...command }) => {
        if (isOwn(command)) throw ownRoles();
        return [{ type: 'RoleRevoked', data: { role, reason } }];
      },
    },

    SuspendMember: {
      by: ['admin'],
      from: ['active'],
      unless: (_, { status }) => status === 'suspended',
      decide: ({ data: { reason } }) => [{ type: 'MemberSuspended', data: { reason } }],
    },

    ReinstateMember: {
      by: ['admin'],
      from: ['suspended'],
      unless: (_, { status }) => status === 'active',
      decide: ({ data: { reason } }) => [{ type: 'MemberReinstated', data: { reason } }],
    },

    RecordDeparture: {
      by: ['admin'],
      from: NOT_DEPARTED,
      decide: () => [{ type: 'MemberDeparted', data: {} }],
    },

    DeclareInterest: {
      by: ['own'],
      isOwn,
      from: ['active'],
      unless: (command, state) =>
        isOwn(command) && currentInterests(state).some(({ partyKey }) => partyKey === command.data.partyKey),
      decide: ({ data }, { interests }) => {
        if (interests.some(({ interestId }) => interestId === data.interestId)) throw idTaken();
        return [{ type: 'InterestDeclared', data }];
      },
    },

    WithdrawInterest: {
      by: ['own'],
      isOwn,
      from: ['active'],
      decide: ({ data }, state) => {
        if (!currentInterests(state).some(({ interestId }) => interestId === data.interestId)) throw interestUnknown();
        return [{ type: 'InterestWithdrawn', data }];
      },
    },
  },

  evolve: {
    MemberInvited: (state) => ({ ...state, status: 'invited' }),
    MemberProfileRecorded: (state, _, version) => ({ ...state, profiles: [...state.profiles, version] }),
    MemberProfileErased: (state, { data: { erased } }) => ({
      ...state,
      profiles: state.profiles.filter((version) => !erased.includes(version)),
    }),
    MemberActivated: (state) => ({ ...state, status: 'active' }),
    MemberSkillsSet: (state) => state,
    MemberSuspended: (state) => ({ ...state, status: 'suspended' }),
    MemberReinstated: (state) => ({ ...state, status: 'active' }),
    MemberDeparted: (state) => ({ ...state, status: 'departed' }),
    RoleGranted: (state, { data: { role } }) => ({ ...state, roles: [...state.roles, role] }),
    RoleRevoked: (state, { data: { role } }) => ({ ...state, roles: state.roles.filter((one) => one !== role) }),
    InterestDeclared: (state, { data: { interestId, partyKey } }) => ({
      ...state,
      interests: [...state.interests, { interestId, partyKey, isWithdrawn: false }],
    }),
    InterestWithdrawn: (state, { data: { interestId } }) => ({
      ...state,
      interests: state.interests.map((one) => (one.interestId === interestId ? { ...one, isWithdrawn: true } : one)),
    }),
  },
};

/** S10: whoever administers or audits a desk has no part in its cases, and not in each other's work. */
const standsAlone = (role: Role): boolean => role === 'admin' || role === 'auditor';
