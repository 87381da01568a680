import type { Key } from '#kernel';
import type { Finding } from '#features/standards';
import { refusal } from './check.errors.js';

export const confirmNeedsLiveVersion = () =>
  refusal('rule', 'confirm-needs-live-version', 'There is no published version to confirm: open a full round.');

export const quorumTooSmall = (named: number, quorum: number) =>
  refusal('rule', 'quorum-too-small', `The policy asks for ${quorum} reviewers, and ${named} are named.`, {
    named,
    quorum,
  });

export const reviewerNotAssigned = (memberIds: readonly string[]) =>
  refusal('rule', 'reviewer-not-assigned', 'A round is opened with members who have agreed to review.', { memberIds });

export const scaleUnknown = (scaleId: Key, version: number) =>
  refusal('invalid', 'scale-unknown', 'The policy names a scale version that the desk has not published.', {
    scaleId,
    version,
  });

export const roundClosed = (round: number) =>
  refusal('rule', 'round-closed', `Rulings are made in round ${round}.`, { round });

export const alreadyRuled = () =>
  refusal('rule', 'already-ruled', 'You have ruled in this round: amend your ruling instead.');

export const rulingWithdrawn = () =>
  refusal('rule', 'ruling-withdrawn', 'This ruling does not count any more: rule again, under a new id.');

export const labelUnknown = (label: Key, labels: readonly Key[]) =>
  refusal('invalid', 'label-unknown', 'The scale of this round has no such label.', { label, labels });

export const findingDoesNotFitLabel = (findings: readonly Finding[]) =>
  refusal('rule', 'finding-does-not-fit-label', `This label stands for: ${findings.join(', ')}.`, { findings });

export const precedentNotAnswered = (checkIds: readonly string[]) =>
  refusal(
    'rule',
    'precedent-not-answered',
    'The desk has published another finding on a linked claim: say why this one departs from it.',
    { checkIds },
  );

export const rationalesNotAnswered = (rulingIds: readonly string[]) =>
  refusal('rule', 'rationales-not-answered', 'Who breaks a tie answers the rationale of every ruling.', { rulingIds });

export const tieBreakPicksNone = (ratings: readonly { readonly label: Key; readonly finding: Finding }[]) =>
  refusal('rule', 'tie-break-picks-none', 'A tie is broken for one of the rulings, or not at all.', { ratings });

export const rulingUnknown = (rulingIds: readonly string[]) =>
  refusal('invalid', 'ruling-unknown', 'This round has no such ruling that counts.', { rulingIds });
