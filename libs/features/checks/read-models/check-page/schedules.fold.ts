import type { Recorded } from '#kernel';
import type { CheckEvent, VerdictScheduled } from '../../domain/check.events.js';
import { standingSchedule } from '../../domain/schedules.js';
import type { CheckState } from '../../domain/check.state.js';
import { ofType } from '../of-type.js';
import type { CheckSchedule } from './verdict.answer.js';

/** Every schedule, and how it ended. The last one is in force if the rules say so. */
export const schedulesIn = (events: readonly Recorded<CheckEvent>[], state: CheckState): CheckSchedule[] =>
  ofType(events, 'VerdictScheduled').map((scheduled) => {
    const { versionNo, scheduleNo, publishAt } = scheduled.data;
    const standing = standingSchedule(state);
    const stands = standing?.versionNo === versionNo && standing.scheduleNo === scheduleNo;
    return {
      versionNo,
      scheduleNo,
      publishAt,
      scheduledBy: scheduled.actor.id,
      scheduledAt: scheduled.recordedAt,
      ...(stands ? { status: 'standing' } : endOf(scheduled, events)),
    };
  });

type End = Pick<CheckSchedule, 'status' | 'ended'>;

/** In its own words; or else by the publication, or because the approved draft was lost. */
const endOf = ({ version, data }: Recorded<VerdictScheduled>, events: readonly Recorded<CheckEvent>[]): End => {
  const later = events.filter((event) => event.version > version);
  const isIts = (one: Recorded<CheckEvent>): boolean =>
    'scheduleNo' in one.data && one.data.versionNo === data.versionNo && one.data.scheduleNo === data.scheduleNo;
  const cancelled = ofType(later, 'VerdictScheduleCancelled').find(isIts);
  if (cancelled !== undefined)
    return { status: 'cancelled', ended: { ...endedBy(cancelled), reason: cancelled.data.reason } };
  const held = ofType(later, 'PublicationHeld').find(isIts);
  if (held !== undefined) return { status: 'held', ended: { ...endedBy(held), code: held.data.code } };
  const next = later.find(({ type }) => type === 'VerdictPublished' || type === 'RoundSetAside');
  return {
    status: next?.type === 'VerdictPublished' ? 'published' : 'lapsed',
    ...(next && { ended: endedBy(next) }),
  };
};

const endedBy = ({ recordedAt, actor }: Recorded<CheckEvent>) => ({ at: recordedAt, by: actor.id });
