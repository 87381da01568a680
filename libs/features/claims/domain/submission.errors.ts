import { DomainError } from '#kernel';

export const submissionExists = () =>
  new DomainError('conflict', 'submission/exists', 'This submission exists already.');

export const policyUnknown = () =>
  new DomainError('invalid', 'submission/policy-unknown', 'The desk has no active default policy.');
