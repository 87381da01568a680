import { HAS_NOT_RULED, keep } from '#features/members';
import { wallTimeAfter } from '#features/standards';
import { confirms, disagreementFound, outcomeOf, roundDecided, settled } from './agreement.js';
import type { ReviewCommand } from './check.commands.js';
import { idTaken } from './check.errors.js';
import {
  alreadyRuled,
  confirmNeedsLiveVersion,
  labelUnknown,
  quorumTooSmall,
  roundClosed,
  scaleUnknown,
} from './review.errors.js';
import type { ReviewEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { liveOf, policyOf, roundOf, rulesOf } from './check.state.js';
import { demandAccepted, demandUnmerged } from './claim.guards.js';
import { beforeRulings, ruled, rulingSetAside } from './people.js';
import { lapsed } from './drafts.js';
import { setAside } from './leaving.js';
import { inRound, isComplete, pinsOf, quorumFor, roundBegun, rulingIn, withEntry, withoutRulings } from './rounds.js';
import { demandLinked, demandReviewer, demandReviewers, demandSound, keysOf, ownRuling } from './ruling.guards.js';
import { entered, entering, standsIn } from './stage.js';
import { demandAnswered, demandKnown, demandPicked, demandTieBreaker } from './tie-break.guards.js';

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
        const ruling = ownRuling(data.rulingId, actor.id, round);
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
          : [event, roundDecided(round.round, outcome), ...entering(state, 'decided', at)];
      },
    },

    WithdrawRuling: {
      by: ['as reviewer'],
      from: ['in_review'],
      decide: ({ data, actor }, state) => {
        const round = roundOf(state);
        ownRuling(data.rulingId, actor.id, round);

        return [{ type: 'RulingWithdrawn', data: { ...data, round: round.round, reviewerId: actor.id } }];
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
        if (round.purpose === 'confirm' && !confirms(outcome, liveOf(state)))
          return [revealed, ...setAside(state, 'departs_from_live', at)];
        if (outcome !== undefined)
          return [revealed, roundDecided(round.round, outcome), ...entering(state, 'decided', at)];
        const next = wallTimeAfter(at, rulesOf(state).time.reconciliation) === at ? 'tie_break' : 'reconciling';
        return [revealed, disagreementFound(round.round, round.rulings), entered(state, next, at)];
      },
    },

    EndReconciliation: {
      by: ['editor', 'approver'],
      from: ['reconciling'],
      decide: ({ data: { reason }, at }, state) => [
        { type: 'ReconciliationEnded', data: { round: roundOf(state).round, reason } },
        entered(state, 'tie_break', at),
      ],
    },

    RecordTieBreak: {
      by: ['as tie_breaker'],
      from: ['tie_break'],
      versioned: true,
      decide: ({ data, facts, actor, at }, state) => {
        const { choice } = data;
        const { round, rulings, ...pinned } = roundOf(state);
        demandTieBreaker(actor.id, facts.member, data.round, state);
        demandAnswered(data.answers, rulings);
        demandPicked(choice, rulings);
        if (!('noConsensus' in choice)) demandLinked(choice.linkIds, state);
        demandKnown(data.answers, rulings);
        if (state.rulingIds.includes(data.rulingId)) throw idTaken(data.rulingId);

        const event = {
          type: 'TieBreakRuled',
          data: { ...data, tieBreakerId: actor.id, ...pinsOf(pinned) },
        } as const;
        if ('noConsensus' in choice)
          return [
            event,
            { type: 'RoundDeadlocked', data: { round, cause: 'no_consensus' } },
            entered(state, 'deadlocked', at),
          ];
        const { label, finding, strength } = choice;
        const outcome = settled(rulings, { basis: 'tie_break', label, finding, strength });
        return [event, roundDecided(round, outcome), ...entering(state, 'decided', at)];
      },
    },

    CloseRound: {
      by: ['approver'],
      from: ['deadlocked'],
      versioned: true,
      decide: ({ data: { round: named, reason }, actor, at }, state) => {
        const { round, rulings, scale } = roundOf(state);
        if (named !== round) throw roundClosed(round);
        keep(HAS_NOT_RULED, actor.id, state.people, 'check');
        const finding = 'conflicting_evidence';
        const label = scale.labels.find(({ findings }) => findings.includes(finding))?.key;
        if (label === undefined) throw labelUnknown(finding, keysOf(scale));

        const outcome = settled(rulings, { basis: 'no_consensus', label, finding, strength: 'low' });
        return [roundDecided(round, outcome, reason), ...entering(state, 'decided', at)];
      },
    },
  },

  evolve: {
    ReviewRoundOpened: (state, { data }) => ({
      ...roundBegun(state, data),
      people: beforeRulings(state.people),
    }),
    RulingSubmitted: (state, { data }) => ({
      ...inRound(state, ({ rulings }) => ({ rulings: [...rulings, rulingIn(data)] })),
      rulingIds: [...state.rulingIds, data.rulingId],
      people: ruled(state.people, data.reviewerId),
    }),
    RulingAmended: (state, { data }) => inRound(state, ({ rulings }) => ({ rulings: withEntry(rulings, data) })),
    RulingWithdrawn: (state, { data: { rulingId, reviewerId } }) => ({
      ...inRound(state, (round) => withoutRulings(round, [rulingId])),
      people: rulingSetAside(state.people, reviewerId),
    }),
    RulingsRevealed: (state, { data: { round } }) => ({
      ...state,
      revealedRound: round,
      sealedProposals: [],
      sealedLeavings: [],
    }),
    DisagreementFound: (state) => inRound(state, () => ({ disagreed: true })),
    ReconciliationEnded: (state) => state,
    TieBreakRuled: (state, { data: { rulingId, tieBreakerId } }) => ({
      ...inRound(state, () => ({ tieBreakerId })),
      rulingIds: [...state.rulingIds, rulingId],
      people: ruled(state.people, tieBreakerId),
    }),
    RoundDeadlocked: (state) => state,
    RoundSetAside: (state, { data: { reason } }) => lapsed(inRound(state, () => ({ setAside: reason }))),
    RoundDecided: (state, { data: { basis, label, finding, strength, agreeing, dissenting } }) =>
      inRound(state, () => ({ outcome: { basis, label, finding, strength, agreeing, dissenting } })),
  },
};
