import type { Instant, OfType, Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import { rulesOf } from '../../domain/check.state.js';
import type { CheckState, ClockName } from '../../domain/check.state.js';
import { clockAnswerOf, clockUntil } from '../clock.js';
import type { ClockAnswer } from '../clock.js';
import { ofType } from '../of-type.js';
import type { CheckPage } from './check-page.answer.js';

/** The two clocks of a check as they stand at a moment, where they run. */
export const clocksIn = (
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
  now: Instant,
): Pick<CheckPage, 'stageClock' | 'caseClock'> => {
  const stageClock = stageClockIn(events, state, now);
  const caseClock = caseClockIn(events, state, now);
  return { ...(stageClock && { stageClock }), ...(caseClock && { caseClock }) };
};

type Clock = ClockAnswer | undefined;

const stageClockIn = (events: readonly Recorded<CheckEvent>[], state: CheckState, now: Instant): Clock => {
  const { stage } = state;
  if (stage?.dueAt === undefined) return undefined;
  if (stage.pausedWith !== undefined) return clockAnswerOf({ remaining: stage.pausedWith }, now);
  const started = [
    ...ofType(events, 'StageEntered'),
    ...ofType(events, 'StageResumed'),
    ...ofType(events, 'StageExtended'),
  ].find(({ data: { no, run } }) => no === stage.no && run === stage.run);
  const marks = started?.data.marks.map(withPassing(events, { clock: 'stage', no: stage.no, run: stage.run })) ?? [];
  return clockAnswerOf(clockUntil(stage.dueAt, marks, rulesOf(state).calendar), now);
};

const caseClockIn = (events: readonly Recorded<CheckEvent>[], { caseClock }: CheckState, now: Instant): Clock => {
  if (caseClock === undefined || caseClock.hasEnded) return undefined;
  const { cycle, run, dueAt } = caseClock;
  const set = ofType(events, 'DueDateSet').find(({ data }) => data.cycle === cycle && data.run === run);
  const marks = set?.data.marks.map(withPassing(events, { clock: 'case', no: cycle, run })) ?? [];
  return clockAnswerOf(clockUntil(dueAt, marks), now);
};

type Run = { readonly clock: ClockName; readonly no: number; readonly run: number };
type Passed = OfType<CheckEvent, 'DeadlineApproached' | 'DeadlineMissed' | 'CheckEscalated'>;

/** A mark, with when it was recorded that it is passed. */
const withPassing =
  (events: readonly Recorded<CheckEvent>[], { clock, no, run }: Run) =>
  (mark: { readonly mark: string; readonly at: Instant }): ClockAnswer['marks'][number] => {
    const recorded: readonly Recorded<Passed>[] = [
      ...ofType(events, 'DeadlineApproached'),
      ...ofType(events, 'DeadlineMissed'),
      ...ofType(events, 'CheckEscalated'),
    ];
    const passed = recorded.find(
      ({ data }) => data.clock === clock && data.no === no && data.run === run && data.mark === mark.mark,
    );
    return { ...mark, ...(passed && { passedAt: passed.recordedAt }) };
  };
