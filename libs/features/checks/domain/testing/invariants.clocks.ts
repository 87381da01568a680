import type { Duration, Instant, OfType } from '#kernel';
import { Temporal } from 'temporal-polyfill';
import type { CheckEvent, Mark } from '../check.events.js';
import { AT_REST } from '../check.state.js';
import type { ClockName } from '../check.state.js';
import { of } from './history.js';
import type { Invariant, Past } from './history.js';

/** Of the clocks of stage and case. */
export const CLOCK_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'one stage clock runs at most: each stage ends the one before': ({ event }, past) => {
    if (event.type !== 'StageEntered') return true;
    const left = of(past, 'StageEntered').at(-1)?.data;
    return (
      event.data.no === (left?.no ?? 0) + 1 &&
      event.data.left?.no === left?.no &&
      event.data.left?.stage === left?.stage
    );
  },

  'a stage is left late when its clock was missed, and not started again since': ({ event }, past) =>
    event.type !== 'StageEntered' ||
    event.data.left === undefined ||
    event.data.left.late === passedIn(past, 'stage').some(({ type }) => type !== 'DeadlineApproached'),

  'a clock that starts again has the next run': ({ event }, past) => {
    if (event.type === 'DueDateSet') return event.data.run === of(past, 'DueDateSet').length + 1;
    if (event.type !== 'StageResumed' && event.type !== 'StageExtended') return true;
    const former = startIn(past, 'stage');
    return event.data.no === former?.no && event.data.run === former.run + 1;
  },

  'every due date lies in the future when it is set, and so do its marks': ({ event, command: { at } }) =>
    startOf(event).every(
      ({ dueAt, marks }) =>
        marks.every((mark) => mark.at > at && (mark.mark !== 'due' || mark.at === dueAt)) &&
        (dueAt === undefined) === (marks.length === 0),
    ),

  'an end that is given anew has a reason': ({ event }, past) => {
    if (event.type === 'StageExtended') return event.data.reason.length > 0;
    return event.type !== 'DueDateSet' || !runs(past, 'case') || event.data.reason !== undefined;
  },

  'a mark is of the clock as it runs, comes once, and not before its instant': ({ event, command: { at } }, past) => {
    if (!isPassed(event)) return true;
    const { clock, no, run, mark, dueAt } = event.data;
    const running = startIn(past, clock);
    const instant = running?.marks.find((one) => one.mark === mark)?.at;
    return (
      running?.no === no &&
      running.run === run &&
      running.dueAt === dueAt &&
      instant !== undefined &&
      instant <= at &&
      runs(past, clock) &&
      !passedIn(past, clock).some(({ data }) => data.mark === mark)
    );
  },

  'a deadline that is missed decides nothing': ({ event, command }) =>
    command.type !== 'MarkDeadline' ||
    isPassed(event) ||
    ['ReconciliationEnded', 'RoundDeadlocked'].includes(event.type) ||
    (event.type === 'StageEntered' && ['tie_break', 'deadlocked'].includes(event.data.stage)),

  'a decision waits for replies, no longer than for the last, and a publication for its time': ({ event }, past) => {
    const stage = of(past, 'StageEntered').at(-1)?.data.stage;
    if (event.type === 'StagePaused') {
      const waits = event.data.reason === 'reply' ? openRepliesIn(past) > 0 : past.at(-1)?.type === 'VerdictScheduled';
      const isThere = stage === (event.data.reason === 'reply' ? 'decided' : 'approved');
      return isThere && waits && runs(past, 'stage') && !isMissed(past);
    }
    return event.type !== 'StageResumed' || (openRepliesIn(past) === 0 && !runs(past, 'stage'));
  },

  'paused time is not counted': ({ event, command: { at } }, past) => {
    if (event.type === 'StagePaused')
      return minutes(event.data.remaining) === workingMinutes(at, startIn(past, 'stage')?.dueAt ?? at);
    const left = of(past, 'StagePaused').at(-1)?.data.remaining;
    return event.type !== 'StageResumed' || minutes(left) === workingMinutes(at, event.data.dueAt);
  },
};

type Start = { readonly no: number; readonly run: number; readonly dueAt?: Instant; readonly marks: readonly Mark[] };
type Passed = OfType<CheckEvent, 'DeadlineApproached' | 'DeadlineMissed' | 'CheckEscalated'>;

const isPassed = (event: CheckEvent): event is Passed =>
  event.type === 'DeadlineApproached' || event.type === 'DeadlineMissed' || event.type === 'CheckEscalated';

const startOf = (event: CheckEvent, clock?: ClockName): readonly Start[] => {
  if (event.type === 'DueDateSet') return clock === 'stage' ? [] : [{ ...event.data, no: event.data.cycle }];
  const isStart = event.type === 'StageEntered' || event.type === 'StageResumed' || event.type === 'StageExtended';
  return isStart && clock !== 'case' ? [event.data] : [];
};

/** How the clock started last. */
const startIn = (past: Past, clock: ClockName): Start | undefined =>
  past.flatMap((event) => startOf(event, clock)).at(-1);

/** The marks of its last run that came. */
const passedIn = (past: Past, clock: ClockName): readonly Passed[] => {
  const start = startIn(past, clock);
  return past
    .filter(isPassed)
    .filter(({ data }) => data.clock === clock && data.no === start?.no && data.run === start.run);
};

const isMissed = (past: Past): boolean =>
  passedIn(past, 'stage').some(({ type }) => type === 'DeadlineMissed' || type === 'CheckEscalated');

/** It is neither paused nor ended. */
const runs = (past: Past, clock: ClockName): boolean => {
  const last = (...types: readonly CheckEvent['type'][]): number =>
    past.findLastIndex(({ type }) => types.includes(type));
  const rest = past.findLastIndex((event) => event.type === 'StageEntered' && AT_REST.includes(event.data.stage));
  if (clock === 'case') return rest < last('DueDateSet');
  return last('StagePaused') <= last('StageEntered', 'StageResumed') && startIn(past, 'stage')?.dueAt !== undefined;
};

const openRepliesIn = (past: Past): number => {
  const settled = [...of(past, 'ReplyReceived'), ...of(past, 'ReplyWindowClosed')].map(({ data }) => data.replyId);
  return of(past, 'ReplyRequested').filter(({ data }) => !settled.includes(data.replyId)).length;
};

const minutes = (left: Duration | undefined): number => Temporal.Duration.from(left ?? 'PT0S').total('minutes');

/** Counted one by one, in the calendar of the default policy. */
const workingMinutes = (from: Instant, to: Instant): number => {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO('UTC');
  const passed = start.until(Temporal.Instant.from(to).toZonedDateTimeISO('UTC'), { largestUnit: 'minutes' }).minutes;
  return Array.from({ length: Math.max(0, passed) }, (_, minute) => start.add({ minutes: minute })).filter(
    ({ dayOfWeek, hour }) => dayOfWeek <= 5 && hour >= 8 && hour < 20,
  ).length;
};
