import type { Actor, Role } from '#kernel';
import { memberFactsOf, memberStream } from '#features/members';
import type { MemberFacts } from '#features/members';
import type { Tale } from './tale.js';

/** A member of the seeded desk, and what decisions may know of him. */
export type Person = { readonly actor: Actor; readonly facts: MemberFacts };

/** Who does what: no two of these hands are one person, as the separation of duties wants it. */
export type People = {
  readonly editors: readonly Person[];
  readonly researchers: readonly Person[];
  readonly reviewers: readonly Person[];
  readonly approvers: readonly Person[];
};

const GIVEN = [
  'Ada',
  'Bo',
  'Chidi',
  'Dora',
  'Emre',
  'Fay',
  'Goran',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lena',
  'Mina',
  'Noor',
];
const FAMILY = [
  'Abbe',
  'Berg',
  'Costa',
  'Diallo',
  'Eriksen',
  'Fuchs',
  'Garcia',
  'Haas',
  'Ito',
  'Jansen',
  'Kaya',
  'Lindt',
];

/** All of them fiction; as many as a desk of this size has. */
export const hire = (tale: Tale, adminId: string, checks: number): People => {
  const admin: Actor = { kind: 'member', id: adminId, roles: ['admin'] };
  const count = Math.min(200, 4 + Math.ceil(checks / 250));
  const hands = (role: Role, share: number): readonly Person[] =>
    Array.from({ length: Math.max(3, Math.ceil(count * share)) }, () => hired(tale, admin, role));
  return {
    editors: hands('editor', 0.3),
    researchers: hands('reviewer', 0.7),
    reviewers: hands('reviewer', 0.5),
    approvers: hands('approver', 0.2),
  };
};

const hired = (tale: Tale, admin: Actor, role: Role): Person => {
  const id = tale.newId();
  const actor: Actor = { kind: 'member', id, roles: [role] };
  const { chance } = tale;
  const name = `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`;
  const facts = { deskHasAdmin: true };
  tale.tell(memberStream, admin, { type: 'InviteMember', id, data: { name, email: `${id}@desk.example` }, facts });
  tale.tell(memberStream, actor, { type: 'ActivateMember', id, data: {} });
  tale.tell(memberStream, admin, { type: 'GrantRole', id, data: { role }, facts });
  const topics = chance.some(['health', 'war', 'economy', 'climate', 'elections'], 2);
  const languages = chance.isOneIn(3) ? ['en', 'de'] : ['en'];
  tale.tell(memberStream, actor, { type: 'SetSkills', id, data: { languages, topics } });
  const known = memberFactsOf(id, tale.stateOf(memberStream, id));
  if (known === undefined) throw new Error('A member was hired and is not there.');
  return { actor, facts: known };
};
