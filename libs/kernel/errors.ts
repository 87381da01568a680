export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'rule' | 'conflict';

/** What a refusal met, beside its sentence: the version, the stages in which it is possible. Never sealed content. */
export type Details = Readonly<Record<string, unknown>>;

/** A refusal. The code is the contract with callers; the message is for people. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string = code,
    readonly details: Details = {},
  ) {
    super(message);
  }
}
