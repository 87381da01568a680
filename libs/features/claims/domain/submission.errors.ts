import { DomainError } from '#kernel';
import type { SubmissionStatus } from './submission.state.js';

export const submissionExists = () =>
  new DomainError('conflict', 'submission/exists', 'This submission exists already.');

export const idNotOfKey = (idOfKey: string | undefined) =>
  idOfKey === undefined
    ? new DomainError('invalid', 'submission/id-not-of-key', 'An import needs an external key: its id follows from it.')
    : new DomainError(
        'invalid',
        'submission/id-not-of-key',
        `The id of an import follows from its external key, so that the same row is known again: send it as ${idOfKey}.`,
        { idOfKey },
      );

export const policyUnknown = () =>
  new DomainError('invalid', 'submission/policy-unknown', 'The desk has no active default policy.');

export const spanMismatch = () =>
  new DomainError('invalid', 'submission/span-mismatch', 'A span lies outside the text of its revision.');

export const idTaken = () =>
  new DomainError('conflict', 'submission/id-taken', 'An id of a note is in use in this submission: take a new one.');

export const targetUnknown = () =>
  new DomainError('invalid', 'submission/target-unknown', 'It is a duplicate of another submission that is there.');

/** Triage ends once, unless the submission was restored. */
export const notAwaitingTriage = () =>
  wrongState('This submission is not waiting for triage: it was triaged or turned away.', ['received']);

export const notTurnedAway = () =>
  wrongState('Only what was declined or marked as a duplicate can be restored.', ['declined', 'duplicate']);

const wrongState = (sentence: string, possible: readonly SubmissionStatus[]) =>
  new DomainError('rule', 'submission/wrong-state', sentence, { possible });
