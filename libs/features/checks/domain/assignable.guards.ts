import { ROLES_FOR } from '#kernel';
import type { Capacity } from '#kernel';
import { REVIEWER_IS_INDEPENDENT, TIE_BREAKER_IS_INDEPENDENT, keep } from '#features/members';
import type { Duty, MemberFacts } from '#features/members';
import { alreadyAssigned, assigneeInactive, assigneeRoleMissing, loadLimit } from './assignments.errors.js';
import { isActive, rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';
import { demandImpartial } from './impartial.guards.js';

/** What is asked of a member, and of whom. */
export type Wish = {
  readonly capacity: Capacity;
  readonly member: MemberFacts & { readonly openLoad: number };
  readonly overLoadReason?: string;
};

/** Whether a member can be asked to hold a capacity: by an offer, by a transfer, and when somebody is looked for. */
export const demandOfferable = ({ capacity, member, overLoadReason }: Wish, state: CheckState): void => {
  demandAssignable(member, capacity, state);
  const { memberId, openLoad } = member;
  if (state.assignments.some((one) => one.memberId === memberId && one.capacity === capacity && isActive(one)))
    throw alreadyAssigned(capacity);
  const { maxOpen } = rulesOf(state).assignment;
  if (openLoad >= maxOpen && overLoadReason === undefined) throw loadLimit(openLoad, maxOpen);
};

/** Whether a member can hold a capacity at all: when it is offered, when he accepts, and for as long as he has it. */
export const demandAssignable = (member: MemberFacts, capacity: Capacity, { people }: CheckState): void => {
  const needed = ROLES_FOR[capacity];
  if (!member.active) throw assigneeInactive(member.memberId);
  if (!needed.some((role) => member.roles.includes(role))) throw assigneeRoleMissing(capacity, needed);
  demandImpartial(member, people, people);
  keep(DUTIES_OF[capacity], member.memberId, people, 'check');
};

/** Which duties the holder of a capacity keeps from the day it is offered to him. */
const DUTIES_OF: { readonly [Name in Capacity]: readonly Duty[] } = {
  researcher: [],
  reviewer: REVIEWER_IS_INDEPENDENT,
  tie_breaker: TIE_BREAKER_IS_INDEPENDENT,
  approver: [],
};
