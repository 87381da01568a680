import { EDITORIAL, ROLES } from '#kernel';
import type { Actor, Answer, Role } from '#kernel';
import type { CheckState } from './check.state.js';

export type CheckQuery = 'GetClaims' | 'GetClaim' | 'GetDeskBoard' | 'GetCheckPage' | 'GetTimeline';

type Readers = {
  readonly roles: readonly Role[];
  /** Also whoever holds a capacity on the check, or held one until it was published. */
  readonly colleagues?: true;
};

const READERS: { readonly [Name in CheckQuery]: Readers } = {
  GetClaims: { roles: ROLES },
  GetClaim: { roles: ROLES },
  GetDeskBoard: { roles: ['editor', 'approver'] },
  GetCheckPage: { roles: ['editor', 'approver'], colleagues: true },
  GetTimeline: { roles: ['auditor', 'editor', 'approver'], colleagues: true },
};

/** Who may ask what. What he then sees of it, `visible` says. Without a state: whether he could of any check. */
export const mayRead = (query: CheckQuery, { kind, id, roles }: Actor, state?: CheckState): Answer => {
  if (kind === 'service') return { allowed: false, code: 'desk/service-forbidden' };
  const readers = READERS[query];
  const role = readers.roles.find((one) => roles.includes(one));
  if (role !== undefined) return { allowed: true, as: role };
  const mayBeColleague = readers.colleagues === true && EDITORIAL.some((one) => roles.includes(one));
  if (!mayBeColleague) return { allowed: false, code: 'desk/role-missing' };
  return state === undefined || isColleague(state, id)
    ? { allowed: true, as: 'member' }
    : { allowed: false, code: 'desk/not-yours' };
};

const isColleague = ({ assignments }: CheckState, memberId: string): boolean =>
  assignments.some((one) => one.memberId === memberId && (one.status === 'accepted' || one.status === 'completed'));
