import type { Duration, Instant } from '#kernel';
import { marksOf, workingTimeAfter } from '#features/standards';
import type { PolicyRules, TimeRules } from '#features/standards';
import type { Mark } from './check.events.js';
import type { Stage } from './check.state.js';

type Running = { readonly dueAt: Instant; readonly marks: readonly Mark[] };
type Still = { readonly marks: readonly never[] };

/** How long a check may stay in each stage. In the others no clock runs. */
const TIME_FOR: { readonly [Name in Stage]?: keyof TimeRules } = {
  open: 'assign',
  researching: 'research',
  ready_for_review: 'openRound',
  in_review: 'ruling',
  reconciling: 'reconciliation',
  tie_break: 'tieBreak',
  deadlocked: 'closeRound',
  decided: 'approval',
  approved: 'publish',
};

/** The clock of a stage that is entered now: it runs in working time, and so do its marks. */
export const stageClock = (stage: Stage, at: Instant, rules: PolicyRules): Running | Still => {
  const field = TIME_FOR[stage];
  return field === undefined ? { marks: [] } : clockWith(rules.time[field], at, rules);
};

/** The clock of a stage to which so much working time is left. */
export const clockWith = (left: Duration, at: Instant, rules: PolicyRules): Running =>
  clockUntil(workingTimeAfter(at, left, rules.calendar), at, rules);

/** The clock of a stage whose end is given. */
export const clockUntil = (dueAt: Instant, at: Instant, { escalation, calendar }: PolicyRules): Running => ({
  dueAt,
  marks: marksOf(dueAt, at, escalation, calendar),
});

/** The clock of the whole case: its end is given, and it runs in wall time. */
export const caseClock = (dueAt: Instant, at: Instant, { escalation }: PolicyRules): Running => ({
  dueAt,
  marks: marksOf(dueAt, at, escalation),
});
