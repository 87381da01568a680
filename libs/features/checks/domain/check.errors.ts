import { DomainError } from '#kernel';
import type { Details, ErrorKind } from '#kernel';

/** A refusal of a check: its code, and a sentence that a newsroom understands. */
export const refusal = (kind: ErrorKind, name: string, message: string, details: Details = {}): DomainError =>
  new DomainError(kind, `check/${name}`, message, details);

export const idTaken = (id: string) =>
  refusal('conflict', 'id-taken', 'This id is taken in this check: choose a new one.', { id });

export const notYours = () =>
  new DomainError('forbidden', 'desk/not-yours', 'This belongs to another member, or you are not in this round.');
