import type { DataOf } from '#kernel';
import { DomainError, isReadable } from '#kernel';
import type { RegisterSubmission } from '../../domain/submission.commands.js';
import { registerSubmissionBody } from '../submissions.bodies.js';

/** A row as its file has it: what it says, or why it says nothing. */
export type ImportRow = {
  /** The first is 1: a row that names columns is none. */
  readonly row: number;
  /** On which it begins, where the file is read by lines. */
  readonly line?: number;
} & ({ readonly said: Readonly<Record<string, unknown>> } | { readonly flaw: DomainError });

export const rowRefused = (code: string, sentence: string): DomainError => new DomainError('invalid', code, sentence);

export const textUnreadable = (sentence: string): DomainError => rowRefused('desk/text-unreadable', sentence);

/** The row as a command has it, held against the same schema. Throws the refusal. */
export const registrationIn = (said: Readonly<Record<string, unknown>>): Registration => {
  for (const [field, value] of Object.entries(said))
    if (typeof value === 'string' && !isReadable(value))
      throw textUnreadable(`${field} has a character in it that no text can keep.`);
  const { externalKey } = said;
  if (typeof externalKey !== 'string')
    throw rowRefused('request/invalid', 'externalKey is missing: it makes the row known when it comes again.');
  const { data, error } = registerSubmissionBody.safeParse(said);
  if (data !== undefined) return { ...data, externalKey };
  const flaws = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw rowRefused('request/invalid', flaws.join(' '));
};

export type Registration = DataOf<RegisterSubmission> & { readonly externalKey: string };
