import type { Actor, DataOf, Recorded } from '#kernel';
import type { InterestDeclared, MemberEvent, MemberProfileRecorded } from './member.events.js';
import { isHimself, mayReadMembers, seesEmail } from './readers.js';

type Hidden = Omit<Recorded<MemberEvent>, 'type' | 'data'> & {
  readonly type: MemberEvent['type'];
  readonly data:
    | Partial<NonNullable<DataOf<MemberProfileRecorded>>>
    | Omit<DataOf<InterestDeclared>, 'note'>
    | Readonly<Record<string, unknown>>;
};

export type VisibleMemberEvent =
  { readonly shows: 'all'; readonly event: Recorded<MemberEvent> } | { readonly shows: 'part'; readonly event: Hidden };

/**
 * What a viewer may see of what happened to a member. Names are for whoever may see the members of the desk, addresses
 * for himself and admins. Why he has an interest, and why somebody took a role from him or let him rest, is not for the
 * colleagues who assign work.
 */
export const visibleMember = (viewer: Actor, event: Recorded<MemberEvent>): VisibleMemberEvent => {
  const { type, id } = event;
  if (isHimself(viewer, id)) return { shows: 'all', event };
  if (type === 'MemberProfileRecorded') return profile(viewer, event);
  const isAuditor = viewer.roles.includes('auditor');
  if (type === 'InterestDeclared' && !isAuditor) {
    const { note: _, ...data } = event.data;
    return { shows: 'part', event: { ...event, data } };
  }
  const hidesReason = type === 'InterestWithdrawn' ? !isAuditor : !isAuditor && !viewer.roles.includes('admin');
  if (!hidesReason || !('reason' in event.data)) return { shows: 'all', event };
  const { reason: _, ...data } = event.data;
  return { shows: 'part', event: { ...event, data } };
};

const profile = (viewer: Actor, event: Recorded<MemberProfileRecorded>): VisibleMemberEvent => {
  if (event.data === null || seesEmail(viewer, event.id)) return { shows: 'all', event };
  const { name } = event.data;
  return { shows: 'part', event: { ...event, data: mayReadMembers(viewer).allowed ? { name } : {} } };
};
