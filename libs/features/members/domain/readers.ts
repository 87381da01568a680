import type { Actor, Answer, Role } from '#kernel';

/** Who assigns work, and who looks after the people. */
const READERS: readonly Role[] = ['editor', 'approver', 'admin'];

/** Who may see the members of the desk. */
export const mayReadMembers = ({ kind, roles }: Actor): Answer => {
  if (kind === 'service') return { allowed: false, code: 'desk/service-forbidden' };
  const role = READERS.find((one) => roles.includes(one));
  return role === undefined ? { allowed: false, code: 'desk/role-missing' } : { allowed: true, as: role };
};

/** Who may see this one: himself too. */
export const mayReadMember = (actor: Actor, memberId: string): Answer =>
  isHimself(actor, memberId) ? { allowed: true, as: 'member' } : mayReadMembers(actor);

/** Addresses are for himself and for admins. */
export const seesEmail = (actor: Actor, memberId: string): boolean =>
  isHimself(actor, memberId) || actor.roles.includes('admin');

export const isHimself = ({ kind, id }: Actor, memberId: string): boolean => kind === 'member' && id === memberId;
