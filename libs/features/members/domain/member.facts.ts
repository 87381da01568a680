import type { Key, Role } from '#kernel';
import { currentInterests } from './member.state.js';
import type { MemberState } from './member.state.js';

/** What other features' decisions may know of a member. */
export type MemberFacts = {
  readonly memberId: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  /** The parties in which he has declared an interest that he has not withdrawn. */
  readonly interests: readonly Key[];
};

/** Of a member's state, if there is such a member. */
export const memberFactsOf = (memberId: string, state: MemberState | undefined): MemberFacts | undefined =>
  state && {
    memberId,
    active: state.status === 'active',
    roles: state.roles,
    interests: currentInterests(state).map(({ partyKey }) => partyKey),
  };
