import { timelineOf } from '#platform/timeline';
import { memberStream } from '../domain/member.stream.js';
import { mayReadMember } from '../domain/readers.js';
import { visibleMember } from '../domain/visible.js';

/** For whoever may see him, and for auditors. */
export const memberTimeline = timelineOf(memberStream, {
  mayRead: (actor, id) =>
    actor.roles.includes('auditor') ? { allowed: true, as: 'auditor' } : mayReadMember(actor, id),
  seenBy: (actor, events) => events.map((event) => visibleMember(actor, event)),
});
