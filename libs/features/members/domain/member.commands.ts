import type { Day, DomainCommand, Key, Role } from '#kernel';

/** Read for the installer, who makes the first admin of a desk and nobody else. */
type AdminFacts = { readonly deskHasAdmin: boolean };

export type InviteMember = DomainCommand<'InviteMember', { readonly name: string; readonly email: string }, AdminFacts>;
export type ActivateMember = DomainCommand<'ActivateMember', Record<string, never>>;
export type GrantRole = DomainCommand<'GrantRole', { readonly role: Role }, AdminFacts>;
export type DeclareInterest = DomainCommand<
  'DeclareInterest',
  { readonly interestId: string; readonly partyKey: Key; readonly since?: Day; readonly note: string }
>;
export type WithdrawInterest = DomainCommand<
  'WithdrawInterest',
  { readonly interestId: string; readonly reason: string }
>;

export type MemberCommand = InviteMember | ActivateMember | GrantRole | DeclareInterest | WithdrawInterest;
