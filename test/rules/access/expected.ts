import type { Capacity, Role } from '#kernel';
import { ROLES_FOR } from './people.js';
import type { Relation } from './people.js';
import { FROM, FROM_OF_OFFERS, OFFERED, elsewhere, isDone } from './places.js';
import type { Category } from './places.js';
import { whoMay } from './rights.js';
import type { Who } from './rights.js';

export type Case = {
  readonly category: Category;
  readonly command: string;
  readonly roles: readonly Role[];
  readonly relation: Relation;
  readonly place: string;
};

/** What the rules say to it, in the order of every decision: whether he ever may, is it done already, from here, and his. */
export const expected = ({ category, command, roles, relation, place }: Case): string => {
  const who = whoMay(command);
  if (!who.some((one) => couldEver(one, roles))) return 'desk/role-missing';
  if (isDone(command, relation, place)) return 'allowed';
  const from = fromFor(category, command, relation);
  if (!from.includes(place)) {
    if (place === 'absent') return `${category}/not-found`;
    return from.every((one) => one === 'absent') ? `${category}/exists` : elsewhere(category, command);
  }
  return who.some((one) => mayHere(one, roles, relation, command)) ? 'allowed' : 'desk/not-yours';
};

/** Whatever the case: a capacity could be his if he has a role for it. */
const couldEver = (who: Who, roles: readonly Role[]): boolean => {
  if (who === 'own') return true;
  if (who === 'service' || who === 'installer') return false;
  if (who.startsWith('as ')) return ROLES_FOR[who.slice(3) as Capacity].some((role) => roles.includes(role));
  return roles.includes(who.replace('own ', '') as Role);
};

const mayHere = (who: Who, roles: readonly Role[], relation: Relation, command: string): boolean => {
  if (who === 'service' || who === 'installer') return false;
  if (who.startsWith('as ')) return relation === `holds ${who.slice(3)}`;
  const isOwn = relation !== 'stranger' || command === 'Recuse';
  const isRight = who === 'own' || roles.includes(who.replace('own ', '') as Role);
  return isRight && (isOwn || !who.startsWith('own'));
};

/** An offer is answered where it could be made; everywhere, where nobody has such an offer. */
const fromFor = (category: Category, command: string, relation: Relation): readonly string[] => {
  if (!FROM_OF_OFFERS.includes(command)) return FROM[category][command] ?? missing(command);
  if (command === 'OfferAssignment') return OFFERED.researcher;
  const capacity = /^(?:offered|holds) (.*)$/.exec(relation)?.[1] as Capacity | undefined;
  return OFFERED[capacity ?? 'approver'];
};

const missing = (command: string): never => {
  throw new Error(`Nothing says from where ${command} is possible.`);
};
