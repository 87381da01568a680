import { canonicalJson, sha256 } from '#kernel';
import type { DataOf, Language } from '#kernel';
import { labelTextIn } from '#features/standards';
import type { PinnedScale } from '#features/standards';
import type { VerdictDrafted } from './check.events.js';
import type { Outcome } from './check.state.js';

/** What readers will read: these fields, and no others, make the hash of a version. */
export type Content = Pick<
  DataOf<VerdictDrafted>,
  | 'title'
  | 'claimReviewed'
  | 'summary'
  | 'body'
  | 'language'
  | 'asOf'
  | 'citedLinkIds'
  | 'label'
  | 'labelText'
  | 'finding'
  | 'strength'
  | 'disagreementNote'
  | 'notice'
  | 'reviewBy'
>;

export const hashOf = (content: Content): string =>
  sha256(
    canonicalJson({
      title: content.title,
      claimReviewed: content.claimReviewed,
      summary: content.summary,
      body: content.body,
      language: content.language,
      asOf: content.asOf,
      citedLinkIds: content.citedLinkIds,
      label: content.label,
      labelText: content.labelText,
      finding: content.finding,
      strength: content.strength,
      disagreementNote: content.disagreementNote,
      notice: content.notice,
      reviewBy: content.reviewBy,
    }),
  );

/** How the rating reads: the label's text, or on a scale without numbers the draft's own words where it has some. */
export const labelTextOf = (
  { label }: Outcome,
  { labels }: PinnedScale,
  language: Language,
  ownWords: string | undefined,
): string => {
  const isTextOnly = labels.every(({ value }) => value === undefined);
  if (isTextOnly && ownWords !== undefined) return ownWords;
  return labelTextIn(labels.find(({ key }) => key === label) ?? { key: label, text: {} }, language);
};
