import { EDITORIAL } from '#kernel';
import type { Actor, Answer, Role } from '#kernel';

type Act = 'GetEvidence' | 'GiveFile';

const WHO: { readonly [Name in Act]: readonly Role[] } = {
  GetEvidence: [...EDITORIAL, 'auditor'],
  GiveFile: EDITORIAL,
};

/** Who may do what is no command: only these two things. */
export const mayAccess = (act: Act, { kind, roles }: Actor): Answer => {
  if (kind === 'service') return { allowed: false, code: 'desk/service-forbidden' };
  const role = WHO[act].find((one) => roles.includes(one));
  return role === undefined ? { allowed: false, code: 'desk/role-missing' } : { allowed: true, as: role };
};
