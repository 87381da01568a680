import { DomainError } from '#kernel';

export const installerMadeFirstAdmin = () =>
  new DomainError('forbidden', 'desk/service-forbidden', 'The installer makes the first admin of a desk only.');

export const notActive = () => new DomainError('forbidden', 'member/not-active', 'Only active members may do this.');

export const ownRoles = () =>
  new DomainError('forbidden', 'member/own-roles', 'Nobody changes the roles that he holds himself.');

export const rolesExcludeEachOther = () =>
  new DomainError(
    'forbidden',
    'member/roles-exclude-each-other',
    'An admin or an auditor holds no other role beside that one.',
  );

export const idTaken = () =>
  new DomainError('conflict', 'member/id-taken', 'Another interest of this member has this id.');

export const interestUnknown = () =>
  new DomainError('invalid', 'member/interest-unknown', 'There is no such interest, or it was withdrawn.');
