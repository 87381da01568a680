import { labelTextIn } from '#features/standards';
import type { PinnedScale } from '#features/standards';
import { claimReviewOf } from './claim-review.js';
import { addressOf, scalePathOf } from './publication-settings.js';
import type { PublishedCheck } from './published-check.js';
import type { PublishedVersion } from './published-version.fold.js';
import { sourceOf } from './source.fold.js';
import type { Surroundings } from './surroundings.js';
import type { VerdictPage } from './verdict-page.answer.js';
import { standingOf } from './verdict-standing.js';

/**
 * Of members it shows no name and no id: names stand in no event but a member's own, and who ruled, drafted and signed
 * is the desk's business, told by its timeline. The public hears how the reviewers came to it, what the desk says of
 * their disagreement, and which exceptions were signed.
 */
export const verdictPageOf = (
  check: PublishedCheck,
  version: PublishedVersion,
  around: Surroundings,
  deskKey: string,
): VerdictPage => {
  const { draft, publishedAt } = version;
  const { claim, scale, settings, isRehearsal, evidenceOf } = around;
  const { label, labelText, finding, strength } = draft;
  const labels = labelsIn(scale, draft.language);
  return {
    checkId: check.checkId,
    ...(isRehearsal && { rehearsal: true }),
    url: addressOf(settings, version.url),
    versionUrl: addressOf(settings, version.versionUrl),
    versionNo: draft.versionNo,
    standing: standingOf(check, version),
    title: draft.title,
    claimReviewed: draft.claimReviewed,
    claim: {
      text: claim.text,
      language: claim.language,
      claimant: claim.claimant,
      statedOn: claim.statedOn,
      appearances: around.appearances.map(({ url, publisher, appearedOn, archivedUrl }) => ({
        url,
        publisher,
        appearedOn,
        archivedUrl,
      })),
    },
    rating: { label, labelText, value: labels.find(({ key }) => key === label)?.value, finding, strength },
    summary: draft.summary,
    body: draft.body,
    language: draft.language,
    asOf: draft.asOf,
    publishedAt,
    reviewBy: version.reviewBy,
    disagreementNote: draft.disagreementNote,
    scale: {
      scaleId: scale.scaleId,
      version: scale.version,
      url: addressOf(settings, scalePathOf(deskKey, scale.scaleId, scale.version)),
      labels,
    },
    sources: version.cited.map((link) => sourceOf(link, evidenceOf(link.evidenceId), publishedAt)),
    replies: version.replies,
    basis: version.basis,
    waivers: [...version.waivers],
    versions: versionsOf(check, around),
    publisher: settings,
    claimReview: claimReviewOf(version, around),
  };
};

/** The newest first, each with its own address. */
export const versionsOf = (
  { versions }: PublishedCheck,
  { settings }: Pick<Surroundings, 'settings'>,
): VerdictPage['versions'] =>
  versions.map(({ draft, versionUrl, publishedAt }) => ({
    versionNo: draft.versionNo,
    url: addressOf(settings, versionUrl),
    publishedAt,
  }));

/** Every number with its text, in the language of the verdict where the scale has it. */
const labelsIn = ({ labels }: PinnedScale, language: string): VerdictPage['scale']['labels'] =>
  labels.map(({ key, text, definition, value }) => ({
    key,
    text: labelTextIn({ key, text }, language),
    definition: labelTextIn({ key, text: definition }, language),
    value,
  }));
