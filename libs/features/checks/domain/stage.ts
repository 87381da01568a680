import type { Capacity, Instant } from '#kernel';
import { workingTimeBetween } from '#features/standards';
import type { PauseReason, StageEntered, StagePaused, StageResumed } from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Stage } from './check.state.js';
import { clockWith, stageClock } from './clocks.js';
import { hasOpenReply } from './replies.js';
import { stageEntered } from './running-clocks.js';

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

/** Where research is taken up: it waits at its beginning while nobody is there to do it. */
export const researchStage = ({ assignments }: CheckState): Stage =>
  assignments.some(({ capacity, status }) => capacity === 'researcher' && status === 'accepted')
    ? 'researching'
    : 'open';

const NOTHING = 'PT0S';

/** The event with which every change of stage ends: it starts the clock of the stage and ends that of the one left. */
export const entered = (state: CheckState, stage: Stage, at: Instant, rules = rulesOf(state)): StageEntered => ({
  type: 'StageEntered',
  data: { no: (state.stage?.no ?? 0) + 1, run: 1, stage, ...stageClock(stage, at, rules), ...leaving(state) },
});

/** As `entered`, for a stage whose clock may have to wait from its first moment: that of a decision for an open reply. */
export const entering = (
  state: CheckState,
  stage: Stage,
  at: Instant,
): readonly [StageEntered, ...(readonly StagePaused[])] => {
  const event = entered(state, stage, at);
  const mustWait = stage === 'decided' && hasOpenReply(state);
  return mustWait ? [event, ...pausing(stageEntered(state, event.data), 'reply', at)] : [event];
};

/** Stops the clock of the stage. One that is missed stays so, and one without time left is as good as missed. */
export const pausing = (state: CheckState, reason: PauseReason, at: Instant): readonly StagePaused[] => {
  const { stage } = state;
  if (stage?.dueAt === undefined || stage.missed || stage.pausedWith !== undefined) return [];
  const { no, run, dueAt } = stage;
  const remaining = workingTimeBetween(at, dueAt, rulesOf(state).calendar);
  return remaining === NOTHING ? [] : [{ type: 'StagePaused', data: { no, run, remaining, reason } }];
};

/** Lets the clock of the stage go on, if it is paused, with the time that was left. */
export const resuming = (state: CheckState, at: Instant): readonly StageResumed[] => {
  const { stage } = state;
  if (stage?.pausedWith === undefined) return [];
  const clock = clockWith(stage.pausedWith, at, rulesOf(state));
  return [{ type: 'StageResumed', data: { no: stage.no, run: stage.run + 1, ...clock } }];
};

const leaving = ({ stage }: CheckState): Pick<StageEntered['data'], 'left'> =>
  stage === undefined ? {} : { left: { no: stage.no, stage: stage.name, late: stage.missed } };
