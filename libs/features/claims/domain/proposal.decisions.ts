import type { AcceptClaim, ProposeClaim, RejectProposal } from './claim.commands.js';
import {
  fragmentMismatch,
  quoteMismatch,
  reasonMissing,
  spanInResidue,
  spanMismatch,
  submissionClosed,
  submissionUnknown,
} from './claim.errors.js';
import type { ClaimAccepted, ClaimProposalRejected, ClaimProposed } from './claim.events.js';
import type { ClaimPhase } from './claim.phase.js';
import { isFragmentRight } from './fragment.js';
import { codePointsOf, isInside, overlap, quoteAt } from './spans.js';

/** What somebody marks in a text, and whether the desk takes it up. */
export const proposal: ClaimPhase<
  ProposeClaim | AcceptClaim | RejectProposal,
  ClaimProposed | ClaimAccepted | ClaimProposalRejected
> = {
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
  },

  evolve: {
    ClaimProposed: (_, { data: { by, ...proposed } }) => ({
      status: 'proposed',
      proposal: { ...proposed, proposedBy: by },
    }),
    ClaimAccepted: (state, { data: { checkability, severity, topics = [], by } }) =>
      state.status === 'proposed' || state.status === 'rejected'
        ? {
            status: 'accepted',
            proposal: state.proposal,
            assessment: { revision: 1, checkability, severity, topics, acceptedBy: by },
            links: [],
            linkIds: [],
            appearanceIds: [],
            withdrawnAppearanceIds: [],
            submissionIds: [state.proposal.submissionId],
            suggestions: [],
            dismissed: [],
            externalChecks: [],
          }
        : state,
    ClaimProposalRejected: (state) => (state.status === 'proposed' ? { ...state, status: 'rejected' } : state),
  },
};
