import { DomainError } from '#kernel';

export const submissionUnknown = () =>
  new DomainError('invalid', 'claim/submission-unknown', 'There is no such submission.');

export const submissionClosed = () =>
  new DomainError('rule', 'claim/submission-closed', 'Claims come from submissions that were not turned away.');

export const spanMismatch = () =>
  new DomainError('invalid', 'claim/span-mismatch', 'A span lies outside the text of that revision.');

export const spanInResidue = () =>
  new DomainError('rule', 'claim/span-in-residue', 'A span lies in a part that is page furniture.');

export const quoteMismatch = () =>
  new DomainError('invalid', 'claim/quote-mismatch', 'The quote is not the text at the spans, joined by “ … ”.');

export const fragmentMismatch = () =>
  new DomainError(
    'invalid',
    'claim/fragment-mismatch',
    'A claim of which a fragment is factual, and no other, names a fragment inside one of its spans.',
  );

export const reasonMissing = () =>
  new DomainError('rule', 'claim/reason-missing', 'Accepting what was rejected needs a reason.');

export const notAccepted = () =>
  new DomainError('rule', 'claim/not-accepted', 'This is not possible as the claim stands.');

export const targetUnknown = () => new DomainError('invalid', 'claim/target-unknown', 'There is no such other claim.');

export const selfLink = () => new DomainError('rule', 'claim/self-link', 'A claim is not linked to itself.');

export const idTaken = () =>
  new DomainError('conflict', 'claim/id-taken', 'This id is in use in this claim: take a new one.');
