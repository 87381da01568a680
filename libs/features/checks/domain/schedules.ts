import type { Instant } from '#kernel';
import type { CheckState, Schedule } from './check.state.js';
import { scheduled } from './verdict.errors.js';

/** The schedule by which the approved version will be published, unless somebody ends it. */
export const standingSchedule = ({ schedule }: CheckState): Schedule | undefined =>
  schedule?.stands === true ? schedule : undefined;

/** Whoever wants to do something else ends the schedule first. */
export const demandUnscheduled = (state: CheckState): void => {
  const schedule = standingSchedule(state);
  if (schedule !== undefined) throw scheduled(schedule);
};

export const nextScheduleNo = ({ schedule }: CheckState, versionNo: number): number =>
  schedule?.versionNo === versionNo ? schedule.scheduleNo + 1 : 1;

/** This very schedule, if it stands and its time has come. */
export const dueSchedule = (
  state: CheckState,
  { versionNo, scheduleNo }: { readonly versionNo: number; readonly scheduleNo?: number },
  at: Instant,
): Schedule | undefined => {
  const schedule = standingSchedule(state);
  const isMeant = schedule?.versionNo === versionNo && schedule.scheduleNo === scheduleNo;
  return isMeant && at >= schedule.publishAt ? schedule : undefined;
};

/** The schedule has ended: its time came, or somebody ended it. Its number is not given again. */
export const unscheduled = (state: CheckState): CheckState =>
  state.schedule === undefined ? state : { ...state, schedule: { ...state.schedule, stands: false } };
