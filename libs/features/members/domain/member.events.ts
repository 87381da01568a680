// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Day, DomainEvent, Key, Language, Role } from '#kernel';

export type MemberInvited = DomainEvent<'MemberInvited', Record<string, never>>;
/** The only event that names a member. Its data is `null` once it is erased, so no rule reads it. */
export type MemberProfileRecorded = DomainEvent<
  'MemberProfileRecorded',
  { readonly name: string; readonly email: string } | null
>;
export type MemberActivated = DomainEvent<'MemberActivated', Record<string, never>>;
export type MemberSkillsSet = DomainEvent<
  'MemberSkillsSet',
  { readonly languages: readonly Language[]; readonly topics: readonly Key[] }
>;
/** With it the payloads of these versions of the stream are blanked. It has no name in it. */
export type MemberProfileErased = DomainEvent<
  'MemberProfileErased',
  { readonly ground: string; readonly erased: readonly number[] }
>;
export type RoleGranted = DomainEvent<'RoleGranted', { readonly role: Role }>;
export type RoleRevoked = DomainEvent<'RoleRevoked', { readonly role: Role; readonly reason: string }>;
export type MemberSuspended = DomainEvent<'MemberSuspended', { readonly reason: string }>;
export type MemberReinstated = DomainEvent<'MemberReinstated', { readonly reason: string }>;
export type MemberDeparted = DomainEvent<'MemberDeparted', Record<string, never>>;
export type InterestDeclared = DomainEvent<
  'InterestDeclared',
  { readonly interestId: string; readonly partyKey: Key; readonly since?: Day; readonly note: string }
>;
export type InterestWithdrawn = DomainEvent<
  'InterestWithdrawn',
  { readonly interestId: string; readonly reason: string }
>;

export type MemberEvent =
  | MemberInvited
  | MemberProfileRecorded
  | MemberActivated
  | MemberSkillsSet
  | MemberProfileErased
  | RoleGranted
  | RoleRevoked
  | MemberSuspended
  | MemberReinstated
  | MemberDeparted
  | InterestDeclared
  | InterestWithdrawn;
