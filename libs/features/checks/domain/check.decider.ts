import type { Decider } from '#kernel';
import { assignments } from './assignments.decisions.js';
import { caseDecisions } from './case.decisions.js';
import type { CheckCommand } from './check.commands.js';
import { deadlines } from './deadlines.decisions.js';
import { evidenceFrozen } from './research.errors.js';
import type { CheckEvent } from './check.events.js';
import type { CheckState, Stage } from './check.state.js';
import { NOBODY } from './people.js';
import { replies } from './replies.decisions.js';
import { research } from './research.decisions.js';
import { review } from './review.decisions.js';
import { verdict } from './verdict.decisions.js';

/** One consistency boundary, so that the two-person, blindness and quorum rules see the whole case. */
export const checkDecider: Decider<CheckState, Stage, CheckCommand, CheckEvent> = {
  category: 'check',
  initialState: {
    severity: 'medium',
    cycle: 0,
    assignments: [],
    links: [],
    linkIds: [],
    evidenceSet: 0,
    questions: [],
    sealedProposals: [],
    sealedLeavings: [],
    earlierRounds: [],
    revealedRound: 0,
    rulingIds: [],
    replies: [],
    notes: [],
    concerns: [],
    versions: [],
    people: NOBODY,
  },

  placeOf: ({ stage }) => stage?.name ?? 'absent',
  capacitiesOf: (state, memberId) =>
    state.assignments
      .filter((assignment) => assignment.memberId === memberId && assignment.status === 'accepted')
      .map(({ capacity }) => capacity),
  elsewhere: {
    LinkEvidence: evidenceFrozen,
    ReassessEvidence: evidenceFrozen,
    UnlinkEvidence: evidenceFrozen,
    AskQuestion: evidenceFrozen,
    AnswerQuestion: evidenceFrozen,
    WithdrawQuestion: evidenceFrozen,
  },

  rules: {
    ...caseDecisions.rules,
    ...assignments.rules,
    ...research.rules,
    ...review.rules,
    ...replies.rules,
    ...verdict.rules,
    ...deadlines.rules,
  },

  evolve: {
    ...caseDecisions.evolve,
    ...assignments.evolve,
    ...research.evolve,
    ...review.evolve,
    ...replies.evolve,
    ...verdict.evolve,
    ...deadlines.evolve,
  },
};
