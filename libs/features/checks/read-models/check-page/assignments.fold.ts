import type { Recorded } from '#kernel';
import type { AssignmentOffered, AssignmentTransferred, CheckEvent } from '../../domain/check.events.js';
import { isActive } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import type { PartOf } from '../../domain/visible.js';
import { ofType } from '../of-type.js';
import type { CheckAssignment } from './assignments.answer.js';
import type { Seen } from './seen.js';

type Ending = NonNullable<CheckAssignment['ended']>;

/** Every offer in its order, whether it was made at first or by a transfer. How it stands, the rules say. */
export const assignmentsIn = (seen: Seen, { assignments }: CheckState): CheckAssignment[] =>
  seen.whole.flatMap((event) => {
    const offer = offerIn(event);
    const standing = assignments.find((one) => one.assignmentId === offer?.assignmentId);
    if (offer === undefined || standing === undefined) return [];
    const { assignmentId, status, expiresAt } = standing;
    const accepted = ofType(seen.whole, 'AssignmentAccepted').find(({ data }) => data.assignmentId === assignmentId);
    const ended = isActive(standing) ? undefined : endOf(assignmentId, event.version, seen);
    return [
      {
        ...offer,
        status,
        offeredAt: event.recordedAt,
        offeredBy: event.actor.id,
        expiresAt,
        acceptedAt: accepted?.recordedAt,
        ended,
      },
    ];
  });

type Offer = Omit<CheckAssignment, 'status' | 'expiresAt' | 'offeredAt' | 'offeredBy' | 'acceptedAt' | 'ended'>;

const offerIn = (event: Recorded<CheckEvent>): Offer | undefined => {
  if (event.type === 'AssignmentOffered') return offered(event.data);
  return event.type === 'AssignmentTransferred' ? transferred(event.data) : undefined;
};

const offered = ({ assignmentId, memberId, capacity, note, overLoadReason }: AssignmentOffered['data']): Offer => ({
  assignmentId,
  memberId,
  capacity,
  note,
  overLoadReason,
});

const transferred = ({
  assignmentId,
  newAssignmentId,
  fromMemberId,
  toMemberId,
  capacity,
  reason,
  overLoadReason,
}: AssignmentTransferred['data']): Offer => ({
  assignmentId: newAssignmentId,
  memberId: toMemberId,
  capacity,
  overLoadReason,
  transferredFrom: { assignmentId, memberId: fromMemberId, reason },
});

/** In its own words, or else by the publication after it: that completes what was held, and ends what was only offered. */
const endOf = (assignmentId: string, after: number, { whole, parts }: Seen): Ending | undefined => {
  const own = [...whole, ...parts].flatMap((event) => endingIn(event, assignmentId) ?? [])[0];
  if (own !== undefined) return own;
  const published = ofType(whole, 'VerdictPublished').find(({ version }) => version > after);
  return published && { at: published.recordedAt, by: published.actor.id };
};

const endingIn = (event: Recorded<CheckEvent> | PartOf, assignmentId: string): Ending | undefined => {
  const { recordedAt: at, actor } = event;
  const why = whyEnded(event, assignmentId);
  return why === undefined || at === undefined || actor === undefined ? undefined : { at, by: actor.id, ...why };
};

/** What the event says of the end of this assignment; nothing if it did not end it. */
const whyEnded = (
  event: Recorded<CheckEvent> | PartOf,
  assignmentId: string,
): Omit<Ending, 'at' | 'by'> | undefined => {
  if (event.type === 'MemberRecused') {
    const { code, note: reason, assignmentIds = [] } = event.data;
    return assignmentIds.includes(assignmentId) ? { code, reason } : undefined;
  }
  if (!('assignmentId' in event.data) || event.data.assignmentId !== assignmentId) return undefined;
  if (event.type === 'AssignmentExpired') return {};
  if (event.type === 'AssignmentDeclined' || event.type === 'AssignmentReleased')
    return { code: event.data.code, reason: event.data.note };
  return event.type === 'AssignmentTransferred' ? handedOn(event.data) : undefined;
};

const handedOn = ({
  newAssignmentId: assignmentId,
  toMemberId: memberId,
  reason,
}: Partial<AssignmentTransferred['data']>): Omit<Ending, 'at' | 'by'> => ({
  reason,
  ...(assignmentId !== undefined && memberId !== undefined && { to: { assignmentId, memberId } }),
});
