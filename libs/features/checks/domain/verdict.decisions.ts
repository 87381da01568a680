import { dayAfter, dayAt, startOfDay } from '#features/standards';
import type { VerdictCommand } from './check.commands.js';
import {
  asOfFuture,
  claimReviewedTooLong,
  disagreementNoteMissing,
  draftChanged,
  noCorrection,
  notScheduled,
  publishAtPast,
  ratingInClaimReviewed,
  reviewByPast,
} from './verdict.errors.js';
import type { VerdictEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { decidedOf, liveOf, rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';
import { lengthOf, ratingIn } from './claim-reviewed.js';
import { demandAccepted } from './claim.guards.js';
import { hashOf, labelTextOf } from './draft-content.js';
import { approvedDraftOf, nextDraftNo, nextVersionNo, openDraftOf, unapproved, versionsIn } from './drafts.js';
import { pass } from './gate.js';
import { APPROVAL, APPROVED, PUBLICATION } from './gate.items.js';
import { demandNoPart } from './gate.guards.js';
import { drafted } from './people.js';
import { allConsidered } from './replies.js';
import { pinsOf } from './rounds.js';
import { demandUnscheduled, dueSchedule, nextScheduleNo, standingSchedule, unscheduled } from './schedules.js';
import { demandLinked } from './ruling.guards.js';
import { independentGroupsOf, originGroupsOf } from './sources.js';
import { entered, entering, pausing, resuming } from './stage.js';

export const verdict: CheckPhase<VerdictCommand, VerdictEvent> = {
  rules: {
    DraftVerdict: {
      by: ['editor', 'as researcher'],
      from: ['decided'],
      decide: ({ data, facts, actor, at }, state) => {
        const { publication, calendar } = rulesOf(state);
        const { outcome, ...round } = decidedOf(state);
        const today = dayAt(at, calendar.timeZone);
        if (data.asOf > today) throw asOfFuture(data.asOf, today);
        const length = lengthOf(data.claimReviewed);
        if (length > publication.claimReviewedMax) throw claimReviewedTooLong(length, publication.claimReviewedMax);
        const rating = ratingIn(data.claimReviewed, round.scale);
        if (rating !== undefined) throw ratingInClaimReviewed(rating);
        demandLinked(data.citedLinkIds, state);
        const needsNote = publication.disagreementNote === 'when_disagreed';
        const wasDisputed = round.disagreed || outcome.dissenting.length > 0;
        if (needsNote && wasDisputed && data.disagreementNote === undefined) throw disagreementNoteMissing();
        if (data.correctionId !== undefined) throw noCorrection(); // none is ever proposed yet
        if (data.reviewBy !== undefined && data.reviewBy <= today) throw reviewByPast(data.reviewBy, today);

        const { label, finding, strength } = outcome;
        const labelText = labelTextOf(outcome, round.scale, data.language, data.labelText);
        const reviewBy = data.reviewBy ?? dayAfter(data.asOf, publication.reviewAfter);
        const content = { ...data, label, labelText, finding, strength, reviewBy };
        const pins = { ...pinsOf(round), claimRevision: demandAccepted(facts.claim).revision };
        const numbers = { versionNo: nextVersionNo(state), draftNo: nextDraftNo(state), round: round.round };
        return [
          {
            type: 'VerdictDrafted',
            data: { ...content, ...numbers, ...pins, contentHash: hashOf(content), by: actor.id },
          },
        ];
      },
    },

    ApproveVerdict: {
      by: ['approver'],
      from: ['decided'],
      versioned: true,
      unless: ({ actor, data }, { draft }) =>
        draft?.approval?.approverId === actor.id &&
        draft.versionNo === data.versionNo &&
        draft.draftNo === data.draftNo &&
        draft.contentHash === data.contentHash,
      decide: (command, state) => {
        pass(APPROVAL, command, state);

        const { data, facts, actor, at } = command;
        const groups = {
          originGroups: originGroupsOf(state.links),
          independentGroups: independentGroupsOf(openDraftOf(state).finding, state.links),
        };
        const claimRevision = demandAccepted(facts.claim).revision;
        return [
          {
            type: 'VerdictApproved',
            data: { ...data, approverId: actor.id, ...groups, claimRevision },
          },
          entered(state, 'approved', at),
        ];
      },
    },

    RefuseApproval: {
      by: ['approver'],
      from: ['decided'],
      decide: ({ data, facts, actor }, state) => {
        const draft = openDraftOf(state);
        if (draft.versionNo !== data.versionNo || draft.draftNo !== data.draftNo) throw draftChanged(draft);
        demandNoPart(actor.id, facts.member, demandAccepted(facts.claim), state);
        return [{ type: 'VerdictApprovalRefused', data }];
      },
    },

    WithdrawApproval: {
      by: ['approver'],
      from: ['approved'],
      decide: ({ data, at }, state) => {
        approvedDraftOf(state, data.versionNo);
        demandUnscheduled(state);
        return [{ type: 'VerdictApprovalWithdrawn', data }, ...entering(state, 'decided', at)];
      },
    },

    ScheduleVerdict: {
      by: ['approver'],
      from: ['approved'],
      versioned: true,
      decide: ({ data, facts, actor, at }, state) => {
        approvedDraftOf(state, data.versionNo);
        demandNoPart(actor.id, facts.member, demandAccepted(facts.claim), state);
        if (data.publishAt <= at) throw publishAtPast(data.publishAt, at);
        demandUnscheduled(state);

        const scheduleNo = nextScheduleNo(state, data.versionNo);
        return [{ type: 'VerdictScheduled', data: { ...data, scheduleNo } }, ...pausing(state, 'schedule', at)];
      },
    },

    CancelSchedule: {
      by: ['approver'],
      from: ['approved'],
      decide: ({ data, at }, state) => {
        approvedDraftOf(state, data.versionNo);
        const { scheduleNo } = standingSchedule(state) ?? {};
        if (scheduleNo === undefined) throw notScheduled();

        return [{ type: 'VerdictScheduleCancelled', data: { ...data, scheduleNo } }, ...resuming(state, at)];
      },
    },

    PublishVerdict: {
      by: ['approver', 'service'],
      from: ['approved'],
      versioned: true,
      decide: (command, state) => {
        const { data, actor, id, at } = command;
        const isService = actor.kind === 'service';
        if (isService && dueSchedule(state, data, at) === undefined) return [];
        pass(isService ? APPROVED : PUBLICATION, command, state);

        const { versionNo, draftNo, contentHash, reviewBy } = openDraftOf(state);
        const url = `/v/${id}`;
        const addresses = { url, versionUrl: `${url}/versions/${versionNo}` };
        const expiresAt = startOfDay(reviewBy, rulesOf(state).calendar.timeZone);
        return [
          {
            type: 'VerdictPublished',
            data: { versionNo, draftNo, contentHash, ...addresses, reviewBy, expiresAt },
          },
          entered(state, 'published', at),
        ];
      },
    },

    HoldPublication: {
      by: ['service'],
      from: ['approved'],
      decide: ({ data, at }, state) =>
        dueSchedule(state, data, at) === undefined ? [] : [{ type: 'PublicationHeld', data }, ...resuming(state, at)],
    },

    MarkVerdictExpired: {
      by: ['service'],
      from: ['published'],
      decide: ({ data, at }, state) => {
        const live = liveOf(state);
        const isIts = live?.versionNo === data.versionNo && live.reviewBy === data.reviewBy;
        return isIts && at >= live.expiresAt && !live.isExpired ? [{ type: 'VerdictExpired', data }] : [];
      },
    },
  },

  evolve: {
    VerdictDrafted: (state, { data }) => {
      const { versionNo, draftNo, contentHash, label, finding, citedLinkIds, evidenceSet, reviewBy } = data;
      const { claimRevision, round } = data;
      return {
        ...state,
        draft: {
          status: 'drafted',
          versionNo,
          draftNo,
          contentHash,
          label,
          finding,
          citedLinkIds,
          evidenceSet,
          reviewBy,
          claimRevision,
          round,
        },
        people: drafted(state.people, data.by),
      };
    },
    VerdictApproved: (state, { data: { approverId, claimRevision, waivers, consideredReplyIds } }, version) => {
      if (state.draft === undefined) return state;
      const waived = waivers.map(({ rule }) => rule);
      const approval = { version, approverId, claimRevision, waived, consideredReplyIds };
      return { ...state, draft: { ...state.draft, status: 'approved', approval } };
    },
    VerdictApprovalRefused: (state) => unapproved(state, 'refused'),
    VerdictApprovalWithdrawn: (state) => unapproved(state, 'drafted'),
    VerdictScheduled: (state, { data }) => ({ ...state, schedule: { ...data, stands: true } }),
    VerdictScheduleCancelled: (state) => unscheduled(state),
    PublicationHeld: (state) => unscheduled(state),
    VerdictPublished: (state, { data }) => ({
      ...unscheduled(completed(state)),
      ...(state.draft && { draft: { ...state.draft, status: 'published' } }),
      replies: allConsidered(state.replies),
      versions: [...state.versions, ...versionsIn(state, data)],
    }),
    VerdictExpired: (state, { data: { versionNo } }) => ({
      ...state,
      versions: state.versions.map((one) => (one.versionNo === versionNo ? { ...one, isExpired: true } : one)),
    }),
  },
};

/** A publication ends every assignment: offers that nobody answered end unanswered. */
const completed = (state: CheckState): CheckState => ({
  ...state,
  assignments: state.assignments.map((one) => {
    if (one.status === 'accepted') return { ...one, status: 'completed' };
    return one.status === 'offered' ? { ...one, status: 'expired' } : one;
  }),
});
