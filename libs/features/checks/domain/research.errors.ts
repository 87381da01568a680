import { refusal } from './check.errors.js';

export const evidenceFrozen = () =>
  refusal('rule', 'evidence-frozen', 'Evidence changes only while the check is researched.', {
    possible: ['researching'],
  });

export const evidenceUnknown = (evidenceId: string) =>
  refusal('invalid', 'evidence-unknown', 'The desk has no such evidence.', { evidenceId });

export const alreadyLinked = (linkId: string) =>
  refusal('rule', 'already-linked', 'This evidence is linked to the check already.', { linkId });

export const noEvidence = () =>
  refusal('rule', 'no-evidence', 'Link at least one piece of evidence before the review.');

export const evidenceNotArchived = (evidenceIds: readonly string[]) =>
  refusal(
    'rule',
    'evidence-not-archived',
    'Evidence is archived, or somebody takes note that it cannot be, before it is relied upon.',
    { evidenceIds },
  );

export const linkUnknown = (linkIds: readonly string[]) =>
  refusal('invalid', 'link-unknown', 'Name only evidence that is linked to this check now.', { linkIds });

export const questionUnknown = (questionId: string) =>
  refusal('invalid', 'question-unknown', 'Nobody has asked this question in this check.', { questionId });

export const questionClosed = (status: string) =>
  refusal('rule', 'question-closed', `This question is ${status}: ask a new one.`, { status });
