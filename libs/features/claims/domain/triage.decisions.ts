import type {
  CompleteTriage,
  DeclineSubmission,
  MarkDuplicate,
  MarkTriageOverdue,
  RestoreSubmission,
} from './submission.commands.js';
import { targetUnknown } from './submission.errors.js';
import type {
  SubmissionDeclined,
  SubmissionMarkedDuplicate,
  SubmissionRestored,
  SubmissionTriaged,
  TriageOverdue,
} from './submission.events.js';
import type { SubmissionPhase } from './submission.phase.js';

/** What becomes of it. */
export const triage: SubmissionPhase<
  CompleteTriage | DeclineSubmission | MarkDuplicate | RestoreSubmission | MarkTriageOverdue,
  SubmissionTriaged | SubmissionDeclined | SubmissionMarkedDuplicate | SubmissionRestored | TriageOverdue
> = {
  rules: {
    CompleteTriage: {
      by: ['editor', 'approver'],
      from: ['received'],
      decide: ({ at }, state) => [
        { type: 'SubmissionTriaged', data: { late: state.status !== 'absent' && at > state.triageDueAt } },
      ],
    },

    DeclineSubmission: {
      by: ['editor', 'approver'],
      from: ['received'],
      decide: ({ data }) => [{ type: 'SubmissionDeclined', data }],
    },

    MarkDuplicate: {
      by: ['editor', 'approver'],
      from: ['received'],
      decide: ({ id, data, facts: { isTargetThere } }) => {
        if (data.ofSubmissionId === id || !isTargetThere) throw targetUnknown();
        return [{ type: 'SubmissionMarkedDuplicate', data }];
      },
    },

    RestoreSubmission: {
      by: ['editor', 'approver'],
      from: ['declined', 'duplicate'],
      decide: ({ data }) => [{ type: 'SubmissionRestored', data }],
    },

    /** Once, and only while it still waits. */
    MarkTriageOverdue: {
      by: ['service'],
      from: ['received'],
      decide: ({ at }, state) => {
        if (state.status === 'absent' || state.overdue || at < state.triageDueAt) return [];
        return [{ type: 'TriageOverdue', data: { triageDueAt: state.triageDueAt } }];
      },
    },
  },

  evolve: {
    SubmissionTriaged: (state) => (state.status === 'absent' ? state : { ...state, status: 'triaged' }),
    SubmissionDeclined: (state) => (state.status === 'absent' ? state : { ...state, status: 'declined' }),
    SubmissionMarkedDuplicate: (state) => (state.status === 'absent' ? state : { ...state, status: 'duplicate' }),
    SubmissionRestored: (state) => (state.status === 'absent' ? state : { ...state, status: 'received' }),
    TriageOverdue: (state) => (state.status === 'absent' ? state : { ...state, overdue: true }),
  },
};
