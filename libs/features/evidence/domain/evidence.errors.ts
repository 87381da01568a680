import { DomainError } from '#kernel';

export const nothingCaptured = () =>
  new DomainError('rule', 'evidence/nothing-captured', 'Give an address, a file or a note.');

export const memberUnknown = (memberIds: readonly string[]) =>
  new DomainError('invalid', 'evidence/member-unknown', 'Name only members who are active at this desk.', {
    memberIds,
  });

export const fileUnknown = () =>
  new DomainError('invalid', 'evidence/file-unknown', 'This desk has no file with that hash: send it first.');

export const fileMismatch = (message: string) => new DomainError('invalid', 'evidence/file-mismatch', message);

export const fileType = (message: string) => new DomainError('invalid', 'evidence/file-type', message);
