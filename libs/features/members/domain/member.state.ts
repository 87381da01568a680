import type { Key, Role } from '#kernel';

export const MEMBER_STATUSES = ['invited', 'active', 'suspended', 'departed'] as const;

export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export type Interest = { readonly interestId: string; readonly partyKey: Key; readonly isWithdrawn: boolean };

export type MemberState = {
  /** From the invitation on. */
  readonly status?: MemberStatus;
  readonly roles: readonly Role[];
  readonly interests: readonly Interest[];
  /** The versions of his stream that name him, and are not erased. */
  readonly profiles: readonly number[];
};

export const currentInterests = ({ interests }: MemberState): readonly Interest[] =>
  interests.filter(({ isWithdrawn }) => !isWithdrawn);
