import type { Day, Instant, Key } from '#kernel';
import { refusal } from './check.errors.js';

type DraftName = { readonly versionNo: number; readonly draftNo: number; readonly contentHash: string };

type ScheduleName = { readonly scheduleNo: number; readonly publishAt: Instant };

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

export const reviewByPast = (reviewBy: Day, today: Day) =>
  refusal('invalid', 'review-by-past', `On ${reviewBy} it could not be looked at again: today is ${today}.`, {
    reviewBy,
    today,
  });

export const publishAtPast = (publishAt: Instant, at: Instant) =>
  refusal('invalid', 'publish-at-past', 'A publication is scheduled for a time that is still to come.', {
    publishAt,
    at,
  });

export const scheduled = ({ scheduleNo, publishAt }: ScheduleName) =>
  refusal('rule', 'scheduled', 'This version is scheduled: cancel the schedule first.', { scheduleNo, publishAt });

export const notScheduled = () => refusal('rule', 'not-scheduled', 'No publication of this version is scheduled.');

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
