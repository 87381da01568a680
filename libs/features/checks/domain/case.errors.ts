import type { Instant, Key } from '#kernel';
import { refusal } from './check.errors.js';

export const claimNotAccepted = () => refusal('rule', 'claim-not-accepted', 'Only an accepted claim is checked.');

export const claimMerged = () =>
  refusal('rule', 'claim-merged', 'This claim was merged into another: go on with that one.');

export const claimNotRateable = (checkability: string) =>
  refusal('rule', 'claim-not-rateable', 'Only a factual claim, a fragment or satire can be rated.', { checkability });

export const dateUnresolved = () =>
  refusal('rule', 'date-unresolved', 'Settle first when the claim was stated, or that it cannot be found out.');

export const dueDatePast = (dueAt: Instant, at: Instant) =>
  refusal('invalid', 'due-date-past', 'The due date lies in the past.', { dueAt, at });

export const policyUnknown = (policyId: Key) =>
  refusal('invalid', 'policy-unknown', 'The desk has no such policy in force.', { policyId });
