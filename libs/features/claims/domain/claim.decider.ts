import type { Absent, Decider } from '#kernel';
import type { AcceptClaim, ClaimCommand } from './claim.commands.js';
import {
  fragmentMismatch,
  idTaken,
  notAccepted,
  quoteMismatch,
  reasonMissing,
  selfLink,
  spanInResidue,
  spanMismatch,
  submissionClosed,
  submissionUnknown,
  targetUnknown,
} from './claim.errors.js';
import type { ClaimEvent } from './claim.events.js';
import { claimLinksOf } from './claim.facts.js';
import { readsBothWays } from './claim.relations.js';
import type { ClaimState } from './claim.state.js';
import { codePointsOf, isInside, overlap, quoteAt } from './spans.js';

type Place = Exclude<ClaimState['status'], Absent>;

export const claimDecider: Decider<ClaimState, Place, ClaimCommand, ClaimEvent> = {
  category: 'claim',
  initialState: { status: 'absent' },
  placeOf: ({ status }) => status,
  elsewhere: {
    AcceptClaim: notAccepted,
    RejectProposal: notAccepted,
    LinkClaim: notAccepted,
    AddAppearance: notAccepted,
  },

  rules: {
    ProposeClaim: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ['absent'],
      decide: ({ data, facts: { submission }, actor }) => {
        if (submission === undefined) throw submissionUnknown();
        if (submission.status !== 'received' && submission.status !== 'triaged') throw submissionClosed();
        const codePoints = codePointsOf(submission.text ?? '');
        const text = { start: 0, end: codePoints.length };
        if (!data.spans.every((span) => isInside(span, text))) throw spanMismatch();
        if (data.spans.some((span) => submission.residue.some((part) => overlap(span, part)))) throw spanInResidue();
        if (data.quote !== quoteAt(codePoints, data.spans)) throw quoteMismatch();
        const { registeredBy } = submission;
        return [{ type: 'ClaimProposed', data: { ...data, registeredBy, by: actor.id } }];
      },
    },

    AcceptClaim: {
      by: ['editor', 'approver'],
      from: ['proposed', 'rejected'],
      decide: ({ data, actor }, state) => {
        if (!isFragmentRight(data, state)) throw fragmentMismatch();
        if (state.status === 'rejected' && data.reason === undefined) throw reasonMissing();
        return [{ type: 'ClaimAccepted', data: { ...data, by: actor.id } }];
      },
    },

    RejectProposal: {
      by: ['editor', 'approver'],
      from: ['proposed'],
      decide: ({ data }) => [{ type: 'ClaimProposalRejected', data }],
    },

    LinkClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      unless: ({ data: { toClaimId, relation } }, state) =>
        claimLinksOf(state).some((link) => link.toClaimId === toClaimId && link.relation === relation),
      decide: ({ id, data, facts: { target } }, state) => {
        if (target === undefined) throw targetUnknown();
        if (data.toClaimId === id) throw selfLink();
        if (readsBothWays(data.relation) && target.relationsToThis.includes(data.relation)) return [];
        if (claimLinksOf(state).some(({ linkId }) => linkId === data.linkId)) throw idTaken();
        return [{ type: 'ClaimLinked', data }];
      },
    },

    AddAppearance: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        if (state.status === 'accepted' && state.appearanceIds.includes(data.appearanceId)) throw idTaken();
        return [{ type: 'ClaimAppearanceAdded', data }];
      },
    },
  },

  evolve: {
    ClaimProposed: (_, { data: { spans, text, language, claimant, conveyors, statedOn, registeredBy, by } }) => ({
      status: 'proposed',
      proposal: { spans, text, language, claimant, conveyors, statedOn, registeredBy, proposedBy: by },
    }),
    ClaimAccepted: (state, { data: { checkability, severity, topics = [], by } }) =>
      state.status === 'proposed' || state.status === 'rejected'
        ? {
            status: 'accepted',
            proposal: state.proposal,
            assessment: { revision: 1, checkability, severity, topics, acceptedBy: by },
            links: [],
            appearanceIds: [],
          }
        : state,
    ClaimProposalRejected: (state) => (state.status === 'proposed' ? { ...state, status: 'rejected' } : state),
    ClaimLinked: (state, { data }) =>
      state.status === 'accepted' ? { ...state, links: [...state.links, data] } : state,
    ClaimAppearanceAdded: (state, { data: { appearanceId } }) =>
      state.status === 'accepted' ? { ...state, appearanceIds: [...state.appearanceIds, appearanceId] } : state,
  },
};

/** A fragment is named exactly where only a fragment is factual, and it lies inside one of the claim's spans. */
const isFragmentRight = ({ checkability, fragment }: AcceptClaim['data'], state: ClaimState): boolean => {
  if (checkability !== 'fragment') return fragment === undefined;
  return (
    fragment !== undefined && state.status !== 'absent' && state.proposal.spans.some((span) => isInside(fragment, span))
  );
};
