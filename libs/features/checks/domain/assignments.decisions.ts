import { OWN_EDITORIAL } from '#kernel';
import type { Instant } from '#kernel';
import { workingTimeAfter } from '#features/standards';
import { demandAssignable, demandOfferable } from './assignable.guards.js';
import type { AssignmentCommand } from './check.commands.js';
import { assigneeUnknown, assignmentEnded, offerClosed, rulingSubmitted } from './assignments.errors.js';
import { idTaken } from './check.errors.js';
import type { AssignmentEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { isActive, roundOf, rulesOf } from './check.state.js';
import type { Assignment, CheckState, Ruling, Stage } from './check.state.js';
import { isDisputeOf, isLastResearch, restsOnRulingOf, sealedRulingOf, setAside, withoutReviewer } from './leaving.js';
import { recused, worked } from './people.js';
import { OFFERED_IN, PRE, entered, standsIn } from './stage.js';

export const assignments: CheckPhase<AssignmentCommand, AssignmentEvent> = {
  rules: {
    OfferAssignment: {
      by: ['editor', 'approver'],
      from: PRE,
      fromFor: ({ data: { capacity } }) => OFFERED_IN[capacity],
      decide: ({ data, facts: { member }, at }, state) => {
        if (member === undefined) throw assigneeUnknown(data.memberId);
        demandOfferable({ ...data, member }, state);
        if (find(state, data.assignmentId) !== undefined) throw idTaken(data.assignmentId);

        const { roles, openLoad } = member;
        return [{ type: 'AssignmentOffered', data: { ...data, roles, openLoad, expiresAt: offerEnds(state, at) } }];
      },
    },

    AcceptAssignment: {
      by: OWN_EDITORIAL,
      from: PRE,
      fromFor: ({ data: { assignmentId } }, state) => answeredIn(state, assignmentId),
      isOwn: ({ data: { assignmentId }, actor }, state) => find(state, assignmentId)?.memberId === actor.id,
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
      fromFor: ({ data: { assignmentId } }, state) => answeredIn(state, assignmentId),
      isOwn: ({ data: { assignmentId }, actor }, state) => find(state, assignmentId)?.memberId === actor.id,
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
      fromFor: ({ data: { assignmentId } }, state) => answeredIn(state, assignmentId),
      decide: ({ data: { assignmentId }, at }, state) => {
        const offer = find(state, assignmentId);
        if (offer?.status !== 'offered' || at < offer.expiresAt) return [];
        return [{ type: 'AssignmentExpired', data: { assignmentId, memberId: offer.memberId } }];
      },
    },

    TransferAssignment: {
      by: ['editor', 'approver'],
      from: PRE,
      decide: ({ data, facts: { member }, at }, state) => {
        const { newAssignmentId, toMemberId, overLoadReason } = data;
        const given = active(state, data.assignmentId);
        if (member === undefined) throw assigneeUnknown(toMemberId);
        const { memberId: fromMemberId, capacity } = given;
        demandOfferable({ capacity, member, overLoadReason }, state);
        if (entryIn(state, given) !== undefined) throw rulingSubmitted();
        if (find(state, newAssignmentId) !== undefined) throw idTaken(newAssignmentId);

        const { roles, openLoad } = member;
        const expiresAt = offerEnds(state, at);
        return [
          { type: 'AssignmentTransferred', data: { ...data, fromMemberId, capacity, roles, openLoad, expiresAt } },
          ...(isLastResearch(state, given) ? [entered(state, 'open', at)] : []),
        ];
      },
    },

    ReleaseAssignment: {
      by: ['editor', 'approver', 'own', 'service'],
      from: PRE,
      isOwn: ({ data: { assignmentId }, actor }, state) => find(state, assignmentId)?.memberId === actor.id,
      unless: ({ data: { assignmentId }, actor }, state) => {
        const { memberId, status } = find(state, assignmentId) ?? {};
        return memberId === actor.id && (status === 'released' || status === 'recused');
      },
      decide: ({ data, actor, at }, state) => {
        const isService = actor.kind === 'service';
        if (isService && !isHeld(state, data.assignmentId)) return [];
        const given = active(state, data.assignmentId);
        const entry = entryIn(state, given);
        if (entry !== undefined && !isService) throw rulingSubmitted();

        const { memberId, capacity } = given;
        const setAsideRulingIds = entry === undefined ? [] : [entry.rulingId];
        return [
          { type: 'AssignmentReleased', data: { ...data, memberId, capacity, setAsideRulingIds } },
          ...(isDisputeOf(state, given) ? setAside(state, 'reviewers_lost', at) : []),
          ...(isLastResearch(state, given) ? [entered(state, 'open', at)] : []),
        ];
      },
    },

    Recuse: {
      by: OWN_EDITORIAL,
      from: PRE,
      isOwn: () => true,
      unless: ({ actor }, { people }) => people.recused.includes(actor.id),
      decide: ({ data, actor: { id: memberId }, at }, state) => {
        const held = state.assignments.filter((one) => one.memberId === memberId && isActive(one));
        const assignmentIds = held.map(({ assignmentId }) => assignmentId);
        const entry = sealedRulingOf(state, memberId);
        const setAsideRulingIds = entry === undefined ? [] : [entry.rulingId];
        return [
          { type: 'MemberRecused', data: { ...data, memberId, assignmentIds, setAsideRulingIds } },
          ...(restsOnRulingOf(state, memberId) ? setAside(state, 'recusal', at) : []),
          ...(held.some((one) => isLastResearch(state, one)) ? [entered(state, 'open', at)] : []),
        ];
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
    AssignmentTransferred: (state, { data }, version) => {
      const { assignmentId, newAssignmentId, fromMemberId, toMemberId: memberId, capacity, expiresAt } = data;
      const left = marked(state, assignmentId, 'transferred');
      const offer = { assignmentId: newAssignmentId, memberId, capacity, expiresAt, status: 'offered' } as const;
      const given = { ...left, assignments: [...left.assignments, { ...offer, isTransfer: true } as const] };
      return capacity === 'reviewer' ? withoutReviewer(given, fromMemberId, [], version) : given;
    },
    AssignmentReleased: (state, { data: { assignmentId, memberId, capacity, setAsideRulingIds } }, version) => {
      const left = marked(state, assignmentId, 'released');
      return capacity === 'reviewer' ? withoutReviewer(left, memberId, setAsideRulingIds, version) : left;
    },
    MemberRecused: (state, { data: { memberId, assignmentIds, setAsideRulingIds } }, version) => {
      const left = assignmentIds.reduce((before, id) => marked(before, id, 'recused'), state);
      const without = withoutReviewer(left, memberId, setAsideRulingIds, version);
      return { ...without, people: recused(without.people, memberId) };
    },
  },
};

/** An offer is answered where it could be made; one that came by a transfer, wherever that could be. */
const answeredIn = (state: CheckState, assignmentId: string): readonly Stage[] => {
  const offer = find(state, assignmentId);
  return offer === undefined || offer.isTransfer ? PRE : OFFERED_IN[offer.capacity];
};

const offerEnds = (state: CheckState, at: Instant): Instant => {
  const { time, calendar } = rulesOf(state);
  return workingTimeAfter(at, time.offer, calendar);
};

const find = ({ assignments }: CheckState, assignmentId: string): Assignment | undefined =>
  assignments.find((assignment) => assignment.assignmentId === assignmentId);

/** That its time has passed does not close an offer: somebody has to say so, or to answer first. */
const openOffer = (state: CheckState, assignmentId: string): Assignment => {
  const offer = find(state, assignmentId);
  if (offer?.status !== 'offered') throw offerClosed();
  return offer;
};

const isHeld = (state: CheckState, assignmentId: string): boolean => {
  const assignment = find(state, assignmentId);
  return assignment !== undefined && isActive(assignment);
};

const active = (state: CheckState, assignmentId: string): Assignment => {
  const assignment = find(state, assignmentId);
  if (assignment === undefined || !isActive(assignment)) throw assignmentEnded();
  return assignment;
};

/** What this reviewer has entered in the sealed round. */
const entryIn = (state: CheckState, { capacity, memberId }: Assignment): Ruling | undefined =>
  capacity === 'reviewer' ? sealedRulingOf(state, memberId) : undefined;

const marked = (state: CheckState, assignmentId: string, status: Assignment['status']): CheckState => ({
  ...state,
  assignments: state.assignments.map((one) => (one.assignmentId === assignmentId ? { ...one, status } : one)),
});
