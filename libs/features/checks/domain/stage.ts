import type { Capacity, Instant } from '#kernel';
import type { StageEntered } from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Stage } from './check.state.js';
import { stageClock } from './clocks.js';

/** From opening to approval: where a case can still change. */
export const PRE: readonly Stage[] = [
  'open',
  'researching',
  'ready_for_review',
  'in_review',
  'reconciling',
  'tie_break',
  'deadlocked',
  'decided',
  'approved',
];

/** Where each capacity is offered, and where an offer of it can be answered. */
export const OFFERED_IN: { readonly [Name in Capacity]: readonly Stage[] } = {
  researcher: ['open', 'researching'],
  reviewer: ['open', 'researching', 'ready_for_review', 'in_review'],
  tie_breaker: ['tie_break'],
  approver: PRE,
};

export const standsIn = ({ stage }: CheckState, stages: readonly Stage[]): boolean =>
  stage !== undefined && stages.includes(stage.name);

/** The event with which every change of stage ends: it starts the clock of the stage and ends that of the one left. */
export const entered = (state: CheckState, stage: Stage, at: Instant, rules = rulesOf(state)): StageEntered => ({
  type: 'StageEntered',
  data: { no: (state.stage?.no ?? 0) + 1, run: 1, stage, ...stageClock(stage, at, rules), ...leaving(state, at) },
});

const leaving = ({ stage }: CheckState, at: Instant): Pick<StageEntered['data'], 'left'> => {
  if (stage === undefined) return {};
  const { no, name, dueAt } = stage;
  return { left: { no, stage: name, late: dueAt !== undefined && at > dueAt } };
};
