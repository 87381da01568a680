import type { DataOf, Instant } from '#kernel';
import type { CheckEvent, DeadlineEvent } from './check.events.js';
import type { DeadlineCommand, MarkDeadline } from './check.commands.js';
import type { CheckPhase } from './check.phase.js';
import { roundOf, rulesOf } from './check.state.js';
import type { CheckState, Stage } from './check.state.js';
import { markPassed } from './running-clocks.js';
import { PRE, entered } from './stage.js';

export const deadlines: CheckPhase<DeadlineCommand, DeadlineEvent> = {
  rules: {
    MarkDeadline: {
      by: ['service'],
      from: PRE,
      decide: ({ data, at }, state) => {
        const { clock, no, run, mark } = data;
        const running = runningClock(state, data);
        const reached = running?.marks.find((one) => one.mark === mark);
        const rule = rulesOf(state).escalation.find((one) => one.mark === mark);
        if (running === undefined || reached === undefined || rule === undefined || at < reached.at) return [];
        const { dueAt, missed } = running;
        const { to, suggest } = rule;
        const event = { clock, no, run, mark, dueAt, to, ...(suggest === undefined ? {} : { suggest }) };

        if (reached.at < dueAt) return missed ? [] : [{ type: 'DeadlineApproached', data: event }];
        if (reached.at > dueAt) return [{ type: 'CheckEscalated', data: event }];
        return [{ type: 'DeadlineMissed', data: event }, ...following(markPassed(state, data, true), data, at)];
      },
    },
  },

  evolve: {
    DeadlineApproached: (state, { data }) => markPassed(state, data, false),
    DeadlineMissed: (state, { data }) => markPassed(state, data, true),
    CheckEscalated: (state, { data }) => markPassed(state, data, true),
  },
};

/** The clock that a mark belongs to, if it is still in that run and neither paused nor ended. */
const runningClock = ({ stage, caseClock }: CheckState, { clock, no, run }: DataOf<MarkDeadline>) => {
  if (clock === 'case')
    return caseClock?.cycle === no && caseClock.run === run && !caseClock.hasEnded ? caseClock : undefined;
  const isCurrent = stage?.no === no && stage.run === run && stage.pausedWith === undefined;
  return isCurrent && stage.dueAt !== undefined ? { ...stage, dueAt: stage.dueAt } : undefined;
};

/** The two stages of a dispute end with their time. In the others a missed deadline only is one. */
const following = (state: CheckState, { clock }: DataOf<MarkDeadline>, at: Instant): readonly CheckEvent[] =>
  clock === 'stage' && state.stage !== undefined ? (FOLLOWING[state.stage.name]?.(state, at) ?? []) : [];

const FOLLOWING: { readonly [Name in Stage]?: (state: CheckState, at: Instant) => readonly CheckEvent[] } = {
  reconciling: (state, at) => [
    { type: 'ReconciliationEnded', data: { round: roundOf(state).round, reason: 'Its time has passed.' } },
    entered(state, 'tie_break', at),
  ],
  tie_break: (state, at) => [
    { type: 'RoundDeadlocked', data: { round: roundOf(state).round, cause: 'unanswered' } },
    entered(state, 'deadlocked', at),
  ],
};
