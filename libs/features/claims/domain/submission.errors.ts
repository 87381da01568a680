import { DomainError } from '#kernel';
import type { SubmissionStatus } from './submission.state.js';

export const submissionExists = () =>
  new DomainError('conflict', 'submission/exists', 'This submission exists already.');

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
