import type { AddAppearance, AttachSubmission, RecordQuoteCheck, WithdrawAppearance } from './claim.commands.js';
import { appearanceUnknown, idTaken, spanMismatch, submissionUnknown } from './claim.errors.js';
import type {
  ClaimAppearanceAdded,
  ClaimAppearanceWithdrawn,
  ClaimSubmissionAttached,
  QuoteChecked,
} from './claim.events.js';
import type { ClaimPhase } from './claim.phase.js';
import { acceptedIn, changed } from './claim.state.js';
import { quoteCheck } from './quote-check.js';
import { codePointsOf, isInside } from './spans.js';

/** Where else it occurs, and how its quote stands to the words of the source. */
export const occurrences: ClaimPhase<
  AddAppearance | WithdrawAppearance | AttachSubmission | RecordQuoteCheck,
  ClaimAppearanceAdded | ClaimAppearanceWithdrawn | ClaimSubmissionAttached | QuoteChecked
> = {
  rules: {
    AddAppearance: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        if (acceptedIn(state).appearanceIds.includes(data.appearanceId)) throw idTaken();
        return [{ type: 'ClaimAppearanceAdded', data }];
      },
    },

    WithdrawAppearance: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        const { appearanceIds, withdrawnAppearanceIds } = acceptedIn(state);
        const { appearanceId } = data;
        if (!appearanceIds.includes(appearanceId) || withdrawnAppearanceIds.includes(appearanceId))
          throw appearanceUnknown();
        return [{ type: 'ClaimAppearanceWithdrawn', data }];
      },
    },

    AttachSubmission: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data, facts: { submission } }, state) => {
        if (submission === undefined) throw submissionUnknown();
        const text = { start: 0, end: codePointsOf(submission.text ?? '').length };
        if (!data.spans.every((span) => isInside(span, text))) throw spanMismatch();
        const demand = withOne(acceptedIn(state).submissionIds, data.submissionId).length;
        return [{ type: 'ClaimSubmissionAttached', data: { ...data, demand } }];
      },
    },

    RecordQuoteCheck: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        const result = quoteCheck(acceptedIn(state).proposal.quote, data.primaryText);
        return [{ type: 'QuoteChecked', data: { ...data, result } }];
      },
    },
  },

  evolve: {
    ClaimAppearanceAdded: (state, { data: { appearanceId } }) =>
      changed(state, ({ appearanceIds }) => ({ appearanceIds: [...appearanceIds, appearanceId] })),
    ClaimAppearanceWithdrawn: (state, { data: { appearanceId } }) =>
      changed(state, ({ withdrawnAppearanceIds }) => ({
        withdrawnAppearanceIds: [...withdrawnAppearanceIds, appearanceId],
      })),
    ClaimSubmissionAttached: (state, { data: { submissionId } }) =>
      changed(state, ({ submissionIds }) => ({ submissionIds: withOne(submissionIds, submissionId) })),
    QuoteChecked: (state) => state,
  },
};

const withOne = (ids: readonly string[], id: string): readonly string[] => [...new Set([...ids, id])];
