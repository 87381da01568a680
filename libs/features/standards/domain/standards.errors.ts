import { DomainError } from '#kernel';

export const installerMadeVersionOne = () =>
  new DomainError('forbidden', 'desk/service-forbidden', 'The installer makes version 1 only.');

export const versionUnknown = (version: number) =>
  new DomainError('invalid', 'standards/version-unknown', `There is no version ${version}.`);

export const versionPublished = (version: number) =>
  new DomainError('rule', 'standards/version-published', `Version ${version} is no longer a draft.`);

export const ownDraft = () =>
  new DomainError('forbidden', 'standards/own-draft', 'Who drafted a version does not bring it into force.');

export const keysUnknown = () =>
  new DomainError('invalid', 'standards/keys-unknown', 'Two labels of a scale do not have the same key.');

export const findingUncovered = (finding: string) =>
  new DomainError('rule', 'standards/finding-uncovered', `No label stands for ${finding}.`, { finding });

export const valuesUnknown = () =>
  new DomainError('invalid', 'standards/values-unknown', 'Values are integers from 1, each on one label only.');

export const hostMismatch = () =>
  new DomainError(
    'invalid',
    'standards/host-mismatch',
    'An external scale says whose ratings it reads, by publisherHost; a scale of the desk’s own has none.',
  );

export const hostTaken = () =>
  new DomainError('rule', 'standards/host-taken', 'Another scale reads the ratings of this publisher.');

export const scaleUnknown = () =>
  new DomainError(
    'invalid',
    'standards/scale-unknown',
    'The scale to which this one is mapped has no such version in force.',
  );

export const labelUnknown = (label: string) =>
  new DomainError('invalid', 'standards/label-unknown', `There is no label ${label} in that version.`, { label });

export const labelMappedTwice = (label: string) =>
  new DomainError('rule', 'standards/label-mapped-twice', `The label ${label} is mapped more than once.`, { label });

export const policyUnknown = (field: string) =>
  new DomainError('invalid', 'standards/policy-unknown', `The value of ${field} is outside its bounds.`, { field });
