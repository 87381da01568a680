import type { ClaimFacts } from '#features/claims';
import { approverTookNoPart, keep, keepFreeOfInterest } from '#features/members';
import type { MemberFacts } from '#features/members';
import { dayAfter, dayAt, startOfDay } from '#features/standards';
import type { VerdictCommand } from './check.commands.js';
import { assigneeUnknown } from './assignments.errors.js';
import { replyMissing, replyUnknown } from './replies.errors.js';
import {
  asOfFuture,
  claimReviewedTooLong,
  disagreementNoteMissing,
  draftChanged,
  noCorrection,
  noDraft,
  ratingInClaimReviewed,
} from './verdict.errors.js';
import type { VerdictEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { decidedOf, evidenceIdsOf, liveOf, rulesOf } from './check.state.js';
import type { CheckState, Draft, Version } from './check.state.js';
import { lengthOf, ratingIn } from './claim-reviewed.js';
import { demandAccepted, demandDated, demandRateable, demandUnmerged } from './claim.guards.js';
import { hashOf, labelTextOf } from './draft-content.js';
import { demandArchived, demandIntact } from './evidence.guards.js';
import { drafted } from './people.js';
import { pinsOf } from './rounds.js';
import { demandLinked } from './ruling.guards.js';
import { demandSources, independentGroupsOf, originGroupsOf } from './sources.js';
import { entered } from './stage.js';
import { demandAllowed, isWaived } from './waivers.js';

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
      decide: ({ data, facts, actor, at }, state) => {
        const rules = rulesOf(state);
        const { waivers, draftNo, contentHash } = data;
        const draft = openDraftOf(state);
        const claim = demandAccepted(facts.claim);
        const isSame = draft.draftNo === draftNo && draft.contentHash === contentHash;
        if (draft.versionNo !== data.versionNo || !isSame || claim.revision !== draft.claimRevision)
          throw draftChanged(draft);
        demandNoPart(actor.id, facts.member, claim, state);
        demandUnmerged(claim);
        demandRateable(claim);
        demandDated(claim);
        const isReplyNeeded = rules.reply.requiredFor.includes(draft.finding) && !isWaived('reply', waivers);
        if (isReplyNeeded) throw replyMissing(draft.finding);
        if (data.consideredReplyIds.length > 0) throw replyUnknown(data.consideredReplyIds); // none is ever received yet
        const { outcome } = decidedOf(state);
        if (!isWaived('sources', waivers)) demandSources(outcome, state.links, rules.sources.minIndependent);
        const cited = evidenceIdsOf(state, draft.citedLinkIds);
        demandIntact(cited, facts.evidence);
        if (!isWaived('archive', waivers)) demandArchived(cited, facts.evidence);
        demandAllowed(waivers, rules.waivers);

        const groups = {
          originGroups: originGroupsOf(state.links),
          independentGroups: independentGroupsOf(draft.finding, state.links),
        };
        return [
          {
            type: 'VerdictApproved',
            data: { ...data, approverId: actor.id, ...groups, claimRevision: claim.revision },
          },
          entered(state, 'approved', at),
        ];
      },
    },

    PublishVerdict: {
      by: ['approver', 'service'],
      from: ['approved'],
      versioned: true,
      decide: ({ data, facts, actor, id, at }, state) => {
        if (actor.kind === 'service') return []; // It publishes by a schedule, and none stands.
        const { calendar } = rulesOf(state);
        const draft = openDraftOf(state);
        const { versionNo, draftNo, contentHash, reviewBy, approval } = draft;
        const claim = demandAccepted(facts.claim);
        demandNoPart(actor.id, facts.member, claim, state);
        demandUnmerged(claim);
        demandRateable(claim);
        if (data.versionNo !== versionNo || claim.revision !== approval?.claimRevision) throw draftChanged(draft);
        const cited = evidenceIdsOf(state, draft.citedLinkIds);
        demandIntact(cited, facts.evidence);
        if (!approval.waived.includes('archive')) demandArchived(cited, facts.evidence);

        const url = `/v/${id}`;
        const addresses = { url, versionUrl: `${url}/versions/${versionNo}` };
        const expiresAt = startOfDay(reviewBy, calendar.timeZone);
        return [
          {
            type: 'VerdictPublished',
            data: { versionNo, draftNo, contentHash, ...addresses, reviewBy, expiresAt },
          },
          entered(state, 'published', at),
        ];
      },
    },
  },

  evolve: {
    VerdictDrafted: (state, { data }) => {
      const { versionNo, draftNo, contentHash, finding, citedLinkIds, reviewBy, claimRevision } = data;
      return {
        ...state,
        draft: { versionNo, draftNo, contentHash, finding, citedLinkIds, reviewBy, claimRevision },
        people: drafted(state.people, data.by),
      };
    },
    VerdictApproved: (state, { data: { approverId, claimRevision, waivers } }) => ({
      ...state,
      ...(state.draft && {
        draft: {
          ...state.draft,
          approval: { approverId, claimRevision, waived: waivers.map(({ rule }) => rule) },
        },
      }),
    }),
    VerdictPublished: (state) => ({ ...completed(state), versions: [...state.versions, ...draftsOf(state)] }),
  },
};

const nextVersionNo = (state: CheckState): number => (liveOf(state)?.versionNo ?? 0) + 1;

const openDraft = (state: CheckState): Draft | undefined =>
  state.draft?.versionNo === nextVersionNo(state) ? state.draft : undefined;

const nextDraftNo = (state: CheckState): number => (openDraft(state)?.draftNo ?? 0) + 1;

const openDraftOf = (state: CheckState): Draft => {
  const draft = openDraft(state);
  if (draft === undefined) throw noDraft();
  return draft;
};

/** Who signs and who publishes took no part in making it, and has no interest in it. */
const demandNoPart = (
  memberId: string,
  member: MemberFacts | undefined,
  claim: ClaimFacts,
  state: CheckState,
): void => {
  if (member === undefined) throw assigneeUnknown(memberId);
  keep(approverTookNoPart(rulesOf(state).approval.mayHaveRuled), memberId, state.people, 'check');
  keepFreeOfInterest(member, claim, 'check');
};

/** What is published is always the draft at hand. */
const draftsOf = ({ draft }: CheckState): readonly Version[] => {
  if (draft === undefined) return [];
  const { versionNo, draftNo, finding, citedLinkIds } = draft;
  return [{ versionNo, draftNo, finding, citedLinkIds }];
};

/** A publication ends every assignment: offers that nobody answered end unanswered. */
const completed = (state: CheckState): CheckState => ({
  ...state,
  assignments: state.assignments.map((one) => {
    if (one.status === 'accepted') return { ...one, status: 'completed' };
    return one.status === 'offered' ? { ...one, status: 'expired' } : one;
  }),
});
