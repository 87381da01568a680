import type { CaseCommand } from './check.commands.js';
import { dueDatePast, policyUnknown } from './case.errors.js';
import type { CaseEvent, DueDateSet } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { demandAccepted, demandRateable, demandUnmerged } from './claim.guards.js';
import { caseClock } from './clocks.js';
import { entered } from './stage.js';

export const DEFAULT_POLICY = 'default';

export const caseDecisions: CheckPhase<CaseCommand, CaseEvent> = {
  rules: {
    OpenCheck: {
      by: ['editor', 'approver'],
      from: ['absent'],
      decide: ({ data: { policyId = DEFAULT_POLICY, dueAt }, facts, at }, state) => {
        const claim = demandAccepted(facts.claim);
        demandUnmerged(claim);
        demandRateable(claim);
        if (dueAt !== undefined && dueAt <= at) throw dueDatePast(dueAt, at);
        const { policy } = facts;
        if (policy === undefined) throw policyUnknown(policyId);

        const due: readonly DueDateSet[] =
          dueAt === undefined
            ? []
            : [{ type: 'DueDateSet', data: { cycle: 1, run: 1, ...caseClock(dueAt, at, policy.rules) } }];
        return [
          { type: 'CheckOpened', data: { claim, policy, severity: claim.severity, cycle: 1 } },
          entered(state, 'open', at, policy.rules),
          ...due,
        ];
      },
    },
  },

  evolve: {
    CheckOpened: (state, { data: { claim, policy, severity } }) => ({
      ...state,
      policy,
      severity,
      people: {
        ...state.people,
        handledClaim: [claim.registeredBy, claim.proposedBy, claim.acceptedBy],
        partyKeys: claim.partyKeys,
      },
    }),
    StageEntered: (state, { data: { no, stage, dueAt } }) => ({
      ...state,
      stage: { no, name: stage, ...(dueAt === undefined ? {} : { dueAt }) },
    }),
    DueDateSet: (state) => state,
  },
};
