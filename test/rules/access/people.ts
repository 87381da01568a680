import type { Capacity, Role } from '#kernel';

/** Who sends everything here. */
export const ME = '01845d2e-3a00-7000-8000-0000000000aa';
export const OTHER = '01845d2e-3a00-7000-8000-0000000000bb';

/** Every role alone, all that may be combined, and none. */
export const ROLE_SETS: readonly (readonly Role[])[] = [
  [],
  ['editor'],
  ['reviewer'],
  ['approver'],
  ['editor', 'reviewer'],
  ['editor', 'approver'],
  ['reviewer', 'approver'],
  ['editor', 'reviewer', 'approver'],
  ['auditor'],
  ['admin'],
];

export const CAPACITIES = ['researcher', 'reviewer', 'tie_breaker', 'approver'] as const satisfies readonly Capacity[];

/** How the sender stands to what his command is about. */
export type Relation = 'stranger' | 'own' | `holds ${Capacity}` | `offered ${Capacity}`;

export const RELATIONS: readonly Relation[] = [
  'stranger',
  'own',
  ...CAPACITIES.map((capacity) => `holds ${capacity}` as const),
  ...CAPACITIES.map((capacity) => `offered ${capacity}` as const),
];

/** For whoever has one editorial role, each relation makes a difference; for others, whether it is his. */
export const isWorthAsking = (roles: readonly Role[], relation: Relation): boolean =>
  relation === 'stranger' || relation === 'own' || isOneEditorial(roles);

const isOneEditorial = ([role, ...others]: readonly Role[]): boolean =>
  others.length === 0 && (role === 'editor' || role === 'reviewer' || role === 'approver');

/** The roles of which one is needed to hold a capacity. */
export const ROLES_FOR: Readonly<Record<Capacity, readonly Role[]>> = {
  researcher: ['editor', 'reviewer', 'approver'],
  reviewer: ['reviewer'],
  tie_breaker: ['approver'],
  approver: ['approver'],
};
