import { DomainError } from '#kernel';
import type { MemberFacts } from '#features/members';
import { demandAssignable } from './assignable.guards.js';
import type { ReleaseAssignment } from './assignments.commands.js';
import { isActive } from './check.state.js';
import type { Assignment, CheckState } from './check.state.js';

type ReleaseCode = ReleaseAssignment['data']['code'];

/** An assignment that its member could not be given any more, and why. */
export type Lapsed = { readonly assignmentId: string; readonly code: ReleaseCode; readonly note: string };

/** Which of a member's assignments no longer stand, now that he is who he is: as the rules for offers see it. */
export const lapsedAssignments = (member: MemberFacts, state: CheckState): readonly Lapsed[] =>
  state.assignments
    .filter((one) => one.memberId === member.memberId && isActive(one))
    .flatMap((one) => lapsed(one, member, state));

/** What a member loses without this check having any part in it. Whatever else bars him was known when he accepted. */
const RELEASED_AS: Readonly<Record<string, ReleaseCode | undefined>> = {
  'check/assignee-inactive': 'suspended',
  'check/assignee-role-missing': 'role_lost',
  'check/conflict-of-interest': 'conflict',
};

const lapsed = ({ assignmentId, capacity }: Assignment, member: MemberFacts, state: CheckState): readonly Lapsed[] => {
  try {
    demandAssignable(member, capacity, state);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = RELEASED_AS[error.code];
    return code === undefined ? [] : [{ assignmentId, code, note: error.message }];
  }
};
