import { DomainError } from './errors.js';
import type { Actor } from './messages.js';

/** What a member may be asked to do. `auditor` and `admin` each stand alone. */
export type Role = 'editor' | 'reviewer' | 'approver' | 'auditor' | 'admin';

/** What a member is in one case. */
export type Capacity = 'researcher' | 'reviewer' | 'tie_breaker' | 'approver';

/** The roles that make and judge cases. They may be combined. */
export const EDITORIAL = ['editor', 'reviewer', 'approver'] as const satisfies readonly Role[];

export const ROLES = [...EDITORIAL, 'auditor', 'admin'] as const satisfies readonly Role[];

/**
 * Who may ask: a role; a capacity in this case; whose item it is, with any role or with one; any member; any service, or
 * one service by its id.
 */
export type By = Role | `as ${Capacity}` | 'own' | `own ${Role}` | 'member' | 'service' | `service:${string}`;

/** Every editorial role, for the rows of domain.md 2.1 that say "editorial". */
export const OWN_EDITORIAL = ['own editor', 'own reviewer', 'own approver'] as const satisfies readonly By[];

export type Answer =
  { readonly allowed: true; readonly as: string } | { readonly allowed: false; readonly code: string };

/** What a button says: as what it can be pressed, or the refusal that this would meet, with its sentence. */
export type Permission =
  | Extract<Answer, { readonly allowed: true }>
  | (Extract<Answer, { readonly allowed: false }> & { readonly reason: string });

/** The roles of which a member needs one to hold this capacity. */
export const ROLES_FOR: { readonly [Name in Capacity]: readonly Role[] } = {
  researcher: EDITORIAL,
  reviewer: ['reviewer'],
  tie_breaker: ['approver'],
  approver: ['approver'],
};

/** Whether this actor could ever do it, whatever the case. */
export const mayEver = (by: readonly By[], actor: Actor): Answer => {
  if (actor.kind === 'service')
    return by.some(isService(actor)) ? allowed('service') : refused('desk/service-forbidden');
  const could = by.some(
    (one) => one === 'member' || one === 'own' || rolesFor(one).some((role) => actor.roles.includes(role)),
  );
  return could ? allowed('member') : refused('desk/role-missing');
};

/** As what this actor does it here: a capacity held in the case before a role, then the order of the list. */
export const actsAs = (by: readonly By[], actor: Actor, held: readonly Capacity[], isOwn: boolean): Answer => {
  if (actor.kind === 'service') return mayEver(by, actor);
  const capacity = by.map(capacityIn).find((one) => one !== undefined && held.includes(one));
  const as = capacity ?? by.map((one) => roleIn(one, actor, isOwn)).find((one) => one !== undefined);
  return as === undefined ? refused('desk/not-yours') : allowed(as);
};

/** Goes on only if the answer is yes. */
export const demand = (answer: Answer): string => {
  if (!answer.allowed) throw new DomainError('forbidden', answer.code, REFUSALS[answer.code]);
  return answer.as;
};

/** The answer in full, for whoever asks before he acts. */
export const told = (answer: Answer): Permission =>
  answer.allowed ? answer : { ...answer, reason: REFUSALS[answer.code] ?? answer.code };

const REFUSALS: Readonly<Record<string, string>> = {
  'desk/role-missing': 'None of your roles may do this.',
  'desk/service-forbidden': 'A service may not do this.',
  'desk/not-yours': 'This belongs to another member, or needs a capacity on this check that you do not hold.',
};

const isService =
  ({ id }: Actor) =>
  (one: By): boolean =>
    one === 'service' || one === id;

const rolesFor = (one: By): readonly string[] => {
  const capacity = capacityIn(one);
  return capacity === undefined ? [one.replace('own ', '')] : ROLES_FOR[capacity];
};

const capacityIn = (one: By): Capacity | undefined =>
  one.startsWith('as ') ? (one.slice('as '.length) as Capacity) : undefined;

/** As what one entry of the list lets him act, if it does. */
const roleIn = (one: By, { roles }: Actor, isOwn: boolean): string | undefined => {
  if (one === 'member') return 'member';
  if (one === 'own') return isOwn ? 'member' : undefined;
  const role = one.replace('own ', '');
  const isAllowed = roles.includes(role) && (isOwn || role === one);
  return isAllowed ? role : undefined;
};

const allowed = (as: string): Answer => ({ allowed: true, as });

const refused = (code: string): Answer => ({ allowed: false, code });
