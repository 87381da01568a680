import { DomainError } from '#kernel';
import type { Capacity, Day, Details, ErrorKind, Instant, Key } from '#kernel';
import type { Finding } from '#features/standards';

type DraftName = { readonly versionNo: number; readonly draftNo: number; readonly contentHash: string };

const refusal = (kind: ErrorKind, name: string, message: string, details: Details = {}): DomainError =>
  new DomainError(kind, `check/${name}`, message, details);

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

export const idTaken = (id: string) =>
  refusal('conflict', 'id-taken', 'This id is taken in this check: choose a new one.', { id });

export const notYours = () =>
  new DomainError('forbidden', 'desk/not-yours', 'This belongs to another member, or you are not in this round.');

export const assigneeUnknown = (memberId: string) =>
  refusal('invalid', 'assignee-unknown', 'The desk has no such member.', { memberId });

export const assigneeInactive = (memberId: string) =>
  refusal('rule', 'assignee-inactive', 'Only an active member takes part in a check.', { memberId });

export const assigneeRoleMissing = (capacity: Capacity, needed: readonly string[]) =>
  refusal(
    'rule',
    'assignee-role-missing',
    `To be ${capacity.replace('_', '-')} a member needs the role ${needed.join(' or ')}.`,
    {
      capacity,
      needed,
    },
  );

export const alreadyAssigned = (capacity: Capacity) =>
  refusal('rule', 'already-assigned', 'This member holds that capacity already, or has an open offer of it.', {
    capacity,
  });

export const loadLimit = (openLoad: number, limit: number) =>
  refusal('rule', 'load-limit', 'This member has enough to do: give a reason to ask all the same.', {
    openLoad,
    limit,
  });

export const offerClosed = () => refusal('rule', 'offer-closed', 'This offer is no longer open.');

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

export const labelUnknown = (label: Key, labels: readonly Key[]) =>
  refusal('invalid', 'label-unknown', 'The scale of this round has no such label.', { label, labels });

export const findingDoesNotFitLabel = (findings: readonly Finding[]) =>
  refusal('rule', 'finding-does-not-fit-label', `This label stands for: ${findings.join(', ')}.`, { findings });

export const linkUnknown = (linkIds: readonly string[]) =>
  refusal('invalid', 'link-unknown', 'Cite only evidence that is linked to this check.', { linkIds });

export const precedentNotAnswered = (checkIds: readonly string[]) =>
  refusal(
    'rule',
    'precedent-not-answered',
    'The desk has published another finding on a linked claim: say why this one departs from it.',
    { checkIds },
  );

export const asOfFuture = (asOf: Day, today: Day) =>
  refusal('invalid', 'as-of-future', `A verdict cannot hold as of ${asOf}: today is ${today}.`, { asOf, today });

export const claimReviewedTooLong = (length: number, limit: number) =>
  refusal('invalid', 'claim-reviewed-too-long', `The reviewed claim has ${length} characters of ${limit}.`, {
    length,
    limit,
  });

export const ratingInClaimReviewed = (text: string) =>
  refusal('rule', 'rating-in-claim-reviewed', `The reviewed claim names a rating: “${text}”.`, { text });

export const disagreementNoteMissing = () =>
  refusal('rule', 'disagreement-note-missing', 'The reviewers disagreed: say in a note over what.');

export const noDraft = () => refusal('rule', 'no-draft', 'There is no open draft.');

export const draftChanged = ({ versionNo, draftNo, contentHash }: DraftName) =>
  refusal('rule', 'draft-changed', 'The draft, or the claim it is about, has changed since you read it.', {
    versionNo,
    draftNo,
    contentHash,
  });

export const replyMissing = (finding: Finding) =>
  refusal('rule', 'reply-missing', 'With this finding the claimant must have been asked, or a waiver say why not.', {
    finding,
  });

export const replyUnknown = (replyIds: readonly string[]) =>
  refusal('invalid', 'reply-unknown', 'An approval names only replies that this check has received.', { replyIds });

export const noCorrection = () =>
  refusal('rule', 'no-correction', 'No correction is pending that this draft could carry out.');

export const tooFewSources = (independentGroups: readonly Key[], needed: number) =>
  refusal(
    'rule',
    'too-few-sources',
    `The finding needs ${needed} independent sources that carry it, and has ${independentGroups.length}.`,
    { independentGroups, needed },
  );

export const sideWithoutSource = (independentGroups: readonly Key[], needed: number) =>
  refusal('rule', 'too-few-sources', 'The finding needs an independent source on either side.', {
    independentGroups,
    needed,
  });

export const evidenceBroken = (evidenceIds: readonly string[]) =>
  refusal('rule', 'evidence-broken', 'The stored copy of cited evidence is no longer what was archived.', {
    evidenceIds,
  });

export const waiverUnknown = (rule: string, code: Key, codes: readonly Key[]) =>
  refusal('invalid', 'waiver-unknown', `The policy does not accept “${code}” as a reason to waive ${rule}.`, {
    waivedRule: rule,
    waiverCode: code,
    acceptedCodes: codes,
  });
