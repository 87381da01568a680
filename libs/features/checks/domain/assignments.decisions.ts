import { OWN_EDITORIAL, ROLES_FOR, wrongStage } from '#kernel';
import type { Capacity } from '#kernel';
import { REVIEWER_IS_INDEPENDENT, TIE_BREAKER_IS_INDEPENDENT, keep, keepFreeOfInterest } from '#features/members';
import type { Duty, MemberFacts } from '#features/members';
import { workingTimeAfter } from '#features/standards';
import type { AssignmentCommand } from './check.commands.js';
import {
  alreadyAssigned,
  assigneeInactive,
  assigneeRoleMissing,
  assigneeUnknown,
  loadLimit,
  offerClosed,
} from './assignments.errors.js';
import { idTaken } from './check.errors.js';
import type { AssignmentEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { roundOf, rulesOf } from './check.state.js';
import type { Assignment, CheckState } from './check.state.js';
import { worked } from './people.js';
import { OFFERED_IN, PRE, entered, standsIn } from './stage.js';

export const assignments: CheckPhase<AssignmentCommand, AssignmentEvent> = {
  rules: {
    OfferAssignment: {
      by: ['editor', 'approver'],
      from: PRE,
      decide: ({ data, facts, at }, state) => {
        const { assignmentId, memberId, capacity, overLoadReason } = data;
        demandPlace(capacity, state);
        const { member } = facts;
        if (member === undefined) throw assigneeUnknown(memberId);
        demandAssignable(member, capacity, state);
        if (state.assignments.some((one) => one.memberId === memberId && one.capacity === capacity && isActive(one)))
          throw alreadyAssigned(capacity);
        const { assignment, time, calendar } = rulesOf(state);
        const { openLoad, roles } = member;
        if (openLoad >= assignment.maxOpen && overLoadReason === undefined)
          throw loadLimit(openLoad, assignment.maxOpen);
        if (find(state, assignmentId) !== undefined) throw idTaken(assignmentId);

        const expiresAt = workingTimeAfter(at, time.offer, calendar);
        return [{ type: 'AssignmentOffered', data: { ...data, roles, openLoad, expiresAt } }];
      },
    },

    AcceptAssignment: {
      by: OWN_EDITORIAL,
      from: PRE,
      isOwn: ({ data: { assignmentId }, actor }, state) => isOwnOffer(assignmentId, actor.id, state),
      unless: ({ data: { assignmentId }, actor }, state) => {
        const { memberId, status } = find(state, assignmentId) ?? {};
        return memberId === actor.id && (status === 'accepted' || status === 'completed');
      },
      decide: ({ data: { assignmentId }, facts, at }, state) => {
        const { memberId, capacity } = openOffer(state, assignmentId);
        if (facts.member === undefined) throw assigneeUnknown(memberId);
        demandAssignable(facts.member, capacity, state);

        const accepted = { type: 'AssignmentAccepted', data: { assignmentId, memberId, capacity } } as const;
        if (capacity === 'researcher' && standsIn(state, ['open']))
          return [accepted, entered(state, 'researching', at)];
        if (capacity === 'reviewer' && standsIn(state, ['in_review']))
          return [accepted, { type: 'ReviewerAdded', data: { round: roundOf(state).round, memberId } }];
        return [accepted];
      },
    },

    DeclineAssignment: {
      by: OWN_EDITORIAL,
      from: PRE,
      isOwn: ({ data: { assignmentId }, actor }, state) => isOwnOffer(assignmentId, actor.id, state),
      unless: ({ data: { assignmentId }, actor }, state) => {
        const { memberId, status } = find(state, assignmentId) ?? {};
        return memberId === actor.id && status === 'declined';
      },
      decide: ({ data }, state) => {
        const { memberId } = openOffer(state, data.assignmentId);
        return [{ type: 'AssignmentDeclined', data: { ...data, memberId } }];
      },
    },

    ExpireOffer: {
      by: ['service'],
      from: PRE,
      decide: ({ data: { assignmentId }, at }, state) => {
        const offer = find(state, assignmentId);
        if (offer?.status !== 'offered' || at < offer.expiresAt) return [];
        if (!standsIn(state, OFFERED_IN[offer.capacity])) return [];
        return [{ type: 'AssignmentExpired', data: { assignmentId, memberId: offer.memberId } }];
      },
    },
  },

  evolve: {
    AssignmentOffered: (state, { data: { assignmentId, memberId, capacity, expiresAt } }) => ({
      ...state,
      assignments: [...state.assignments, { assignmentId, memberId, capacity, expiresAt, status: 'offered' }],
    }),
    AssignmentAccepted: (state, { data: { assignmentId, memberId, capacity } }) => ({
      ...marked(state, assignmentId, 'accepted'),
      people: capacity === 'researcher' ? worked(state.people, memberId) : state.people,
    }),
    ReviewerAdded: (state, { data: { memberId } }) => ({
      ...state,
      ...(state.round && { round: { ...state.round, reviewers: [...state.round.reviewers, memberId] } }),
    }),
    AssignmentDeclined: (state, { data: { assignmentId } }) => marked(state, assignmentId, 'declined'),
    AssignmentExpired: (state, { data: { assignmentId } }) => marked(state, assignmentId, 'expired'),
  },
};

/** Which duties the holder of a capacity keeps from the day it is offered to him. */
const DUTIES_OF: { readonly [Name in Capacity]: readonly Duty[] } = {
  researcher: [],
  reviewer: REVIEWER_IS_INDEPENDENT,
  tie_breaker: TIE_BREAKER_IS_INDEPENDENT,
  approver: [],
};

const demandPlace = (capacity: Capacity, state: CheckState): void => {
  if (!standsIn(state, OFFERED_IN[capacity])) throw wrongStage('check', OFFERED_IN[capacity]);
};

const demandAssignable = (member: MemberFacts, capacity: Capacity, { people }: CheckState): void => {
  const needed = ROLES_FOR[capacity];
  if (!member.active) throw assigneeInactive(member.memberId);
  if (!needed.some((role) => member.roles.includes(role))) throw assigneeRoleMissing(capacity, needed);
  keepFreeOfInterest(member, people, 'check');
  keep(DUTIES_OF[capacity], member.memberId, people, 'check');
};

/** An offer that has no place in this stage is answered by nobody: that comes before whose it is. */
const isOwnOffer = (assignmentId: string, actorId: string, state: CheckState): boolean => {
  const offer = find(state, assignmentId);
  if (offer !== undefined) demandPlace(offer.capacity, state);
  return offer?.memberId === actorId;
};

const find = ({ assignments }: CheckState, assignmentId: string): Assignment | undefined =>
  assignments.find((assignment) => assignment.assignmentId === assignmentId);

/** That its time has passed does not close an offer: somebody has to say so, or to answer first. */
const openOffer = (state: CheckState, assignmentId: string): Assignment => {
  const offer = find(state, assignmentId);
  if (offer?.status !== 'offered') throw offerClosed();
  return offer;
};

const isActive = ({ status }: Assignment): boolean => status === 'offered' || status === 'accepted';

const marked = (state: CheckState, assignmentId: string, status: Assignment['status']): CheckState => ({
  ...state,
  assignments: state.assignments.map((one) => (one.assignmentId === assignmentId ? { ...one, status } : one)),
});
