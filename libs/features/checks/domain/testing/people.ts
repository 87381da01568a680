import type { Actor, Role } from '#kernel';
import type { MemberFacts } from '#features/members';

const member = (id: string, ...roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });

/** The people of the acceptance scenario, and two who hold more than one role. */
export const ana = member('ana', 'editor');
export const ben = member('ben', 'reviewer');
export const cleo = member('cleo', 'reviewer');
export const dan = member('dan', 'reviewer');
export const eva = member('eva', 'approver');
export const fay = member('fay', 'approver');
export const gus = member('gus', 'auditor');
export const hal = member('hal', 'admin');

export const also = ({ roles, ...actor }: Actor, ...more: readonly Role[]): Actor => ({
  ...actor,
  roles: [...roles, ...more],
});

export const job = (name: string): Actor => ({ kind: 'service', id: `service:${name}`, roles: [] });

const ROLES: readonly Role[] = ['editor', 'reviewer', 'approver', 'auditor', 'admin'];

/** The actor as his own stream would show him. */
export const factsOf = ({ id, roles }: Pick<Actor, 'id' | 'roles'>, rest: Partial<MemberFacts> = {}): MemberFacts => ({
  memberId: id,
  active: true,
  roles: ROLES.filter((role) => roles.includes(role)),
  interests: [],
  ...rest,
});
