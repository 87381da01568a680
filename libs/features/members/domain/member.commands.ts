import type { Day, DomainCommand, Key, Language, Role } from '#kernel';

/** Read for the installer, who makes the first admin of a desk and nobody else. */
type AdminFacts = { readonly deskHasAdmin: boolean };

type Profile = { readonly name: string; readonly email: string };

export type InviteMember = DomainCommand<'InviteMember', Profile, AdminFacts>;
export type ActivateMember = DomainCommand<'ActivateMember', Record<string, never>>;
export type ChangeProfile = DomainCommand<'ChangeProfile', Profile>;
export type SetSkills = DomainCommand<
  'SetSkills',
  { readonly languages: readonly Language[]; readonly topics: readonly Key[] }
>;
/** `ground` is why, as the desk may keep it: never the name. */
export type EraseProfile = DomainCommand<'EraseProfile', { readonly ground: string }>;
export type GrantRole = DomainCommand<'GrantRole', { readonly role: Role }, AdminFacts>;
export type RevokeRole = DomainCommand<'RevokeRole', { readonly role: Role; readonly reason: string }>;
export type SuspendMember = DomainCommand<'SuspendMember', { readonly reason: string }>;
export type ReinstateMember = DomainCommand<'ReinstateMember', { readonly reason: string }>;
export type RecordDeparture = DomainCommand<'RecordDeparture', Record<string, never>>;
export type DeclareInterest = DomainCommand<
  'DeclareInterest',
  { readonly interestId: string; readonly partyKey: Key; readonly since?: Day; readonly note: string }
>;
export type WithdrawInterest = DomainCommand<
  'WithdrawInterest',
  { readonly interestId: string; readonly reason: string }
>;

export type MemberCommand =
  | InviteMember
  | ActivateMember
  | ChangeProfile
  | SetSkills
  | EraseProfile
  | GrantRole
  | RevokeRole
  | SuspendMember
  | ReinstateMember
  | RecordDeparture
  | DeclareInterest
  | WithdrawInterest;
