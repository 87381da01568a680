import type { Key, Role } from '#kernel';

/** What other features' decisions may know of a member. */
export type MemberFacts = {
  readonly memberId: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  /** The parties in which he has declared an interest that he has not withdrawn. */
  readonly interests: readonly Key[];
};
