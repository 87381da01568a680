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
import { currentInterests } from './member.state.js';
import type { MemberState, MemberStatus } from './member.state.js';

type OfMember = { readonly id: string; readonly actor: Actor };

const isOwn = ({ id, actor }: OfMember): boolean => actor.id === id;

export const memberDecider: Decider<MemberState, MemberStatus, MemberCommand, MemberEvent> = {
  category: 'member',
  initialState: { roles: [], interests: [] },
  placeOf: ({ status }) => status ?? 'absent',
  elsewhere: { DeclareInterest: notActive, WithdrawInterest: notActive },

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

    GrantRole: {
      by: ['admin', 'service:installer'],
      from: ['invited', 'active'],
      unless: ({ data }, { roles }) => roles.includes(data.role),
      decide: ({ data: { role }, facts, ...command }, { roles }) => {
        if (command.actor.kind === 'service' && (role !== 'admin' || facts.deskHasAdmin))
          throw installerMadeFirstAdmin();
        if (isOwn(command)) throw ownRoles();
        if (roles.length > 0 && [role, ...roles].some(standsAlone)) throw rolesExcludeEachOther();
        return [{ type: 'RoleGranted', data: { role } }];
      },
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
    MemberProfileRecorded: (state) => state,
    MemberActivated: (state) => ({ ...state, status: 'active' }),
    RoleGranted: (state, { data: { role } }) => ({ ...state, roles: [...state.roles, role] }),
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
