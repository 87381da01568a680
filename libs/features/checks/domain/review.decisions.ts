import type { ClaimFacts } from '#features/claims';
import { REVIEWER_IS_INDEPENDENT, keep, keepFreeOfInterest } from '#features/members';
import type { MemberFacts } from '#features/members';
import { wallTimeAfter } from '#features/standards';
import { disagreementFound, outcomeOf, roundDecided } from './agreement.js';
import type { ReviewCommand } from './check.commands.js';
import { idTaken, notYours } from './check.errors.js';
import {
  alreadyRuled,
  confirmNeedsLiveVersion,
  quorumTooSmall,
  reviewerNotAssigned,
  scaleUnknown,
} from './review.errors.js';
import type { ReviewEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { liveOf, policyOf, roundOf, rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';
import { demandAccepted, demandUnmerged } from './claim.guards.js';
import { beforeRulings, ruled } from './people.js';
import { inRound, isComplete, pinsOf, quorumFor, roundIn, rulingIn, withEntry } from './rounds.js';
import { demandReviewer, demandSound } from './ruling.guards.js';
import { entered, standsIn } from './stage.js';

export const review: CheckPhase<ReviewCommand, ReviewEvent> = {
  rules: {
    OpenRound: {
      by: ['editor', 'approver'],
      from: ['ready_for_review'],
      versioned: true,
      decide: ({ data, facts, at }, state) => {
        const { purpose } = data;
        const reviewers = [...new Set(data.reviewers)];
        const policy = policyOf(state);
        const { scale: pinned, review: rules } = policy.rules;
        const quorum = quorumFor(purpose, state.severity, policy);
        if (purpose === 'confirm' && liveOf(state) === undefined) throw confirmNeedsLiveVersion();
        if (reviewers.length < quorum) throw quorumTooSmall(reviewers.length, quorum);
        const claim = demandAccepted(facts.claim);
        demandReviewers(reviewers, facts.members, claim, state);
        demandUnmerged(claim);
        if (facts.scale === undefined) throw scaleUnknown(pinned.scaleId, pinned.version);

        return [
          {
            type: 'ReviewRoundOpened',
            data: {
              round: (state.round?.round ?? 0) + 1,
              purpose,
              reviewers,
              quorum,
              agreement: rules.agreement[state.severity],
              blind: rules.blind,
              evidenceSet: state.evidenceSet,
              claimRevision: claim.revision,
              scale: facts.scale,
              policy: { id: policy.policyId, version: policy.version },
            },
          },
          entered(state, 'in_review', at),
        ];
      },
    },

    SubmitRuling: {
      by: ['as reviewer'],
      from: ['in_review'],
      decide: ({ data, facts, actor, at }, state) => {
        const round = roundOf(state);
        demandReviewer(actor.id, facts.member, data.round, state, round);
        if (round.rulings.some(({ reviewerId }) => reviewerId === actor.id)) throw alreadyRuled();
        demandSound(data, facts.precedents, state, round);
        if (state.rulingIds.includes(data.rulingId)) throw idTaken(data.rulingId);

        const revealAt = wallTimeAfter(at, rulesOf(state).review.revealDelay);
        return [
          {
            type: 'RulingSubmitted',
            data: { ...data, entry: 1, reviewerId: actor.id, revealAt, ...pinsOf(round) },
          },
        ];
      },
    },

    AmendRuling: {
      by: ['as reviewer'],
      from: ['in_review', 'reconciling'],
      decide: ({ data, facts, actor, at }, state) => {
        const round = roundOf(state);
        const ruling = round.rulings.find(({ rulingId }) => rulingId === data.rulingId);
        if (ruling?.reviewerId !== actor.id) throw notYours();
        demandReviewer(actor.id, facts.member, round.round, state, round);
        demandSound(data, facts.precedents, state, round);

        const entry = { entry: ruling.entry + 1, reviewerId: actor.id, ...pinsOf(round) };
        const amended = { ...data, round: round.round, ...entry };
        if (standsIn(state, ['in_review'])) {
          const revealAt = wallTimeAfter(at, rulesOf(state).review.revealDelay);
          return [{ type: 'RulingAmended', data: { ...amended, when: 'sealed', revealAt } }];
        }
        const event = { type: 'RulingAmended', data: { ...amended, when: 'reconciliation' } } as const;
        const outcome = outcomeOf(withEntry(round.rulings, event.data), round.agreement);
        return outcome === undefined
          ? [event]
          : [event, roundDecided(round.round, outcome), entered(state, 'decided', at)];
      },
    },

    RevealRulings: {
      by: ['service'],
      from: ['in_review'],
      decide: ({ at }, state) => {
        const round = roundOf(state);
        if (!isComplete(round) || round.rulings.some(({ revealAt }) => at < revealAt)) return [];

        const rulings = round.rulings.map(({ rulingId, entry }) => ({ rulingId, entry }));
        const revealed = { type: 'RulingsRevealed', data: { round: round.round, rulings } } as const;
        const outcome = outcomeOf(round.rulings, round.agreement);
        if (outcome !== undefined) return [revealed, roundDecided(round.round, outcome), entered(state, 'decided', at)];
        const next = wallTimeAfter(at, rulesOf(state).time.reconciliation) === at ? 'tie_break' : 'reconciling';
        return [revealed, disagreementFound(round.round, round.rulings), entered(state, next, at)];
      },
    },
  },

  evolve: {
    ReviewRoundOpened: (state, { data }) => ({
      ...state,
      round: roundIn(data),
      people: beforeRulings(state.people),
    }),
    RulingSubmitted: (state, { data }) => ({
      ...inRound(state, ({ rulings }) => ({ rulings: [...rulings, rulingIn(data)] })),
      rulingIds: [...state.rulingIds, data.rulingId],
      people: ruled(state.people, data.reviewerId),
    }),
    RulingAmended: (state, { data }) => inRound(state, ({ rulings }) => ({ rulings: withEntry(rulings, data) })),
    RulingsRevealed: (state, { data: { round } }) => ({ ...state, revealedRound: round, sealedProposals: [] }),
    DisagreementFound: (state) => inRound(state, () => ({ disagreed: true })),
    RoundDecided: (state, { data: { basis, label, finding, strength, agreeing, dissenting } }) =>
      inRound(state, () => ({ outcome: { basis, label, finding, strength, agreeing, dissenting } })),
  },
};

/** Each has agreed to review, is independent, and has no interest. */
const demandReviewers = (
  reviewers: readonly string[],
  members: readonly MemberFacts[],
  claim: ClaimFacts,
  { assignments, people }: CheckState,
): void => {
  const agreed = assignments
    .filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted')
    .map(({ memberId }) => memberId);
  const others = reviewers.filter((id) => !agreed.includes(id));
  if (others.length > 0) throw reviewerNotAssigned(others);
  for (const id of reviewers) keep(REVIEWER_IS_INDEPENDENT, id, people, 'check');
  for (const member of members) keepFreeOfInterest(member, claim, 'check');
};
