import { labelTextIn } from '#features/standards';
import type { PinnedScale } from '#features/standards';
import { claimReviewOf } from './claim-review.js';
import { addressOf } from './publication-settings.js';
import type { PublishedVersion } from './published-version.fold.js';
import { sourceOf } from './source.fold.js';
import type { Surroundings } from './surroundings.js';
import type { VerdictPage } from './verdict-page.answer.js';

/**
 * Of members it shows no name and no id: names stand in no event but a member's own, and who ruled, drafted and signed
 * is the desk's business, told by its timeline. The public hears how the reviewers came to it, what the desk says of
 * their disagreement, and which exceptions were signed.
 */
export const verdictPageOf = (checkId: string, version: PublishedVersion, around: Surroundings): VerdictPage => {
  const { draft, basis, waivers, versions, publishedAt, reviewBy } = version;
  const { claim, scale, settings, evidenceOf } = around;
  const { label, labelText, finding, strength } = draft;
  const labels = labelsIn(scale, draft.language);
  return {
    checkId,
    url: addressOf(settings, version.url),
    versionNo: draft.versionNo,
    title: draft.title,
    claimReviewed: draft.claimReviewed,
    claim: { text: claim.text, language: claim.language, claimant: claim.claimant, statedOn: claim.statedOn },
    rating: { label, labelText, value: labels.find(({ key }) => key === label)?.value, finding, strength },
    summary: draft.summary,
    body: draft.body,
    language: draft.language,
    asOf: draft.asOf,
    publishedAt,
    reviewBy,
    disagreementNote: draft.disagreementNote,
    scale: { scaleId: scale.scaleId, version: scale.version, labels },
    sources: version.cited.map((link) => sourceOf(link, evidenceOf(link.evidenceId))),
    basis,
    waivers: [...waivers],
    versions: [...versions],
    publisher: settings,
    claimReview: claimReviewOf(version, around),
  };
};

/** Every number with its text, in the language of the verdict where the scale has it. */
const labelsIn = ({ labels }: PinnedScale, language: string): VerdictPage['scale']['labels'] =>
  labels.map((label) => ({ key: label.key, text: labelTextIn(label, language), value: label.value }));
