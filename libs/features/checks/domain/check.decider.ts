import type { Decider } from '#kernel';
import { assignments } from './assignments.decisions.js';
import { caseDecisions } from './case.decisions.js';
import type { CheckCommand } from './check.commands.js';
import { evidenceFrozen } from './research.errors.js';
import type { CheckEvent } from './check.events.js';
import type { CheckState, Stage } from './check.state.js';
import { NOBODY } from './people.js';
import { research } from './research.decisions.js';
import { review } from './review.decisions.js';
import { verdict } from './verdict.decisions.js';

/** One consistency boundary, so that the two-person, blindness and quorum rules see the whole case. */
export const checkDecider: Decider<CheckState, Stage, CheckCommand, CheckEvent> = {
  category: 'check',
  initialState: {
    severity: 'medium',
    assignments: [],
    links: [],
    evidenceSet: 0,
    sealedProposals: [],
    revealedRound: 0,
    rulingIds: [],
    versions: [],
    people: NOBODY,
  },

  placeOf: ({ stage }) => stage?.name ?? 'absent',
  capacitiesOf: (state, memberId) =>
    state.assignments
      .filter((assignment) => assignment.memberId === memberId && assignment.status === 'accepted')
      .map(({ capacity }) => capacity),
  elsewhere: { LinkEvidence: evidenceFrozen },

  rules: {
    ...caseDecisions.rules,
    ...assignments.rules,
    ...research.rules,
    ...review.rules,
    ...verdict.rules,
  },

  evolve: {
    ...caseDecisions.evolve,
    ...assignments.evolve,
    ...research.evolve,
    ...review.evolve,
    ...verdict.evolve,
  },
};
