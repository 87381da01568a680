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

export const linkUnknown = () =>
  new DomainError('invalid', 'claim/link-unknown', 'From this claim leads no such link, or not any more.');

export const appearanceUnknown = () =>
  new DomainError('invalid', 'claim/appearance-unknown', 'This claim has no such appearance, or not any more.');

export const suggestionUnknown = () =>
  new DomainError('invalid', 'claim/suggestion-unknown', 'Nothing suggests that claim here, or not any more.');

export const targetNotAccepted = (status: string) =>
  new DomainError(
    'rule',
    'claim/target-not-accepted',
    'A claim is merged into another one that is accepted and stands for itself.',
    { status },
  );

export const checkInProgress = (stage: string) =>
  new DomainError(
    'rule',
    'claim/check-in-progress',
    'This claim has a check of its own that goes on or is published. Shelve or withdraw it first.',
    { stage },
  );
