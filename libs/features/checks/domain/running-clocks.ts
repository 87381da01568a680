import type { DataOf, Instant, Key } from '#kernel';
import type { Mark, StageEntered, StagePaused } from './check.events.js';
import { AT_REST } from './check.state.js';
import type { CaseClock, CheckState, Stage, StageAtHand } from './check.state.js';

// What becomes of the two clocks of a case, as events change them.

type Start = { readonly run: number; readonly dueAt: Instant; readonly marks: readonly Mark[] };

/** With a stage its clock begins, and that of the one before has ended: there is only one. */
export const stageEntered = (state: CheckState, data: DataOf<StageEntered>): CheckState => {
  const { stage: _, caseClock, ...rest } = state;
  return { ...rest, stage: stageIn(data), ...(caseClock && { caseClock: caseClockIn(data.stage, caseClock) }) };
};

/** The clock of the stage starts again: in time, and not paused. */
export const stageRestarted = (state: CheckState, { run, dueAt, marks }: Start): CheckState => {
  if (state.stage === undefined) return state;
  const { pausedWith: _, ...stage } = state.stage;
  return { ...state, stage: { ...stage, run, dueAt, marks, missed: false } };
};

export const stagePaused = (state: CheckState, { remaining }: DataOf<StagePaused>): CheckState =>
  state.stage === undefined ? state : { ...state, stage: { ...state.stage, pausedWith: remaining } };

export const caseClockStarted = (state: CheckState, cycle: number, { run, dueAt, marks }: Start): CheckState => ({
  ...state,
  caseClock: { cycle, run, dueAt, marks, missed: false },
});

/** A mark comes once. From the due one on the clock is missed. */
export const markPassed = (
  state: CheckState,
  { clock, mark }: { readonly clock: 'stage' | 'case'; readonly mark: Key },
  isMissed: boolean,
): CheckState => {
  const { stage, caseClock } = state;
  if (clock === 'stage') return stage === undefined ? state : { ...state, stage: without(mark, stage, isMissed) };
  return caseClock === undefined ? state : { ...state, caseClock: without(mark, caseClock, isMissed) };
};

/** A stage as it begins. */
export const stageIn = ({ no, run, stage, dueAt, marks }: DataOf<StageEntered>): StageAtHand => ({
  no,
  name: stage,
  run,
  ...(dueAt === undefined ? {} : { dueAt }),
  marks,
  missed: false,
});

const caseClockIn = (stage: Stage, clock: CaseClock): CaseClock =>
  AT_REST.includes(stage) ? { ...clock, hasEnded: true } : clock;

const without = <Clock extends StageAtHand | CaseClock>(mark: Key, clock: Clock, isMissed: boolean): Clock => ({
  ...clock,
  marks: clock.marks.filter((one) => one.mark !== mark),
  missed: clock.missed || isMissed,
});
