import type { Capacity } from '#kernel';
import { refusal } from './check.errors.js';

export const assigneeUnknown = (memberId: string) =>
  refusal('invalid', 'assignee-unknown', 'The desk has no such member.', { memberId });

export const assigneeInactive = (memberId: string) =>
  refusal('rule', 'assignee-inactive', 'Only an active member takes part in a check.', { memberId });

export const assigneeRoleMissing = (capacity: Capacity, needed: readonly string[]) =>
  refusal(
    'rule',
    'assignee-role-missing',
    `To be ${capacity.replace('_', '-')} a member needs the role ${needed.join(' or ')}.`,
    {
      capacity,
      needed,
    },
  );

export const alreadyAssigned = (capacity: Capacity) =>
  refusal('rule', 'already-assigned', 'This member holds that capacity already, or has an open offer of it.', {
    capacity,
  });

export const loadLimit = (openLoad: number, limit: number) =>
  refusal('rule', 'load-limit', 'This member has enough to do: give a reason to ask all the same.', {
    openLoad,
    limit,
  });

export const offerClosed = () => refusal('rule', 'offer-closed', 'This offer is no longer open.');

export const assignmentEnded = () =>
  refusal('rule', 'assignment-ended', 'This assignment has ended, or there is none with this id.');

export const rulingSubmitted = () =>
  refusal('rule', 'ruling-submitted', 'This reviewer has ruled: the round goes on with him, or he recuses himself.');
