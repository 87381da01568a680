import { EDITORIAL, ROLES } from '#kernel';
import type { Actor, Answer, Role } from '#kernel';
import type { CheckState } from './check.state.js';

export type CheckQuery =
  | 'GetClaims'
  | 'GetClaim'
  | 'GetDeskBoard'
  | 'GetMyWork'
  | 'GetCheckPage'
  | 'GetRulingDesk'
  | 'GetApprovals'
  | 'GetTimeline'
  | 'GetAsOf'
  | 'GetAssigneeSuggestions'
  | 'GetWorkload';

type KnownToCheck = {
  /** Of which he needs one. */
  readonly roles: readonly Role[];
  readonly includes: (state: CheckState, memberId: string) => boolean;
};

type Readers = {
  readonly roles: readonly Role[];
  /** Also whom only the check knows. */
  readonly also?: keyof typeof KNOWN_TO_CHECK;
};

const KNOWN_TO_CHECK = {
  colleagues: { roles: EDITORIAL, includes: (state, memberId) => isColleague(state, memberId) },
  rulers: { roles: ['reviewer', 'approver'], includes: (state, memberId) => isRuler(state, memberId) },
} as const satisfies Readonly<Record<string, KnownToCheck>>;

const READERS: { readonly [Name in CheckQuery]: Readers } = {
  GetClaims: { roles: ROLES },
  GetClaim: { roles: ROLES },
  GetDeskBoard: { roles: ['editor', 'approver'] },
  GetMyWork: { roles: EDITORIAL },
  GetCheckPage: { roles: ['editor', 'approver'], also: 'colleagues' },
  GetRulingDesk: { roles: [], also: 'rulers' },
  GetApprovals: { roles: ['approver'] },
  GetAssigneeSuggestions: { roles: ['editor', 'approver'] },
  GetWorkload: { roles: ['editor', 'approver'] },
  GetTimeline: { roles: ['auditor', 'editor', 'approver'], also: 'colleagues' },
  GetAsOf: { roles: ['auditor', 'editor', 'approver'] },
};

/** Who may ask what. What he then sees of it, `visible` says. Without a state: whether he could of any check. */
export const mayRead = (query: CheckQuery, { kind, id, roles }: Actor, state?: CheckState): Answer => {
  if (kind === 'service') return { allowed: false, code: 'desk/service-forbidden' };
  const readers = READERS[query];
  const role = readers.roles.find((one) => roles.includes(one));
  if (role !== undefined) return { allowed: true, as: role };
  const others = readers.also && KNOWN_TO_CHECK[readers.also];
  if (!others?.roles.some((one) => roles.includes(one))) return { allowed: false, code: 'desk/role-missing' };
  return state === undefined || others.includes(state, id)
    ? { allowed: true, as: 'member' }
    : { allowed: false, code: 'desk/not-yours' };
};

/** Who holds a capacity on the check, or held one until it was published. */
const isColleague = ({ assignments }: CheckState, memberId: string): boolean =>
  assignments.some((one) => one.memberId === memberId && (one.status === 'accepted' || one.status === 'completed'));

/** Who decides in the round at hand: its reviewers, and who has agreed to break its tie. */
const isRuler = ({ round, assignments }: CheckState, memberId: string): boolean => {
  if (round === undefined || round.setAside !== undefined) return false;
  const breaksTie = assignments.some(
    (one) => one.memberId === memberId && one.capacity === 'tie_breaker' && one.status === 'accepted',
  );
  return breaksTie || round.reviewers.includes(memberId);
};
