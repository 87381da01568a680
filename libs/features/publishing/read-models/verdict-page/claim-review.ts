import type { DataOf, Day, FuzzyDate, Party } from '#kernel';
import type { ClaimAppearanceAdded } from '#features/claims';
import { dayAt } from '#features/standards';
import type { ClaimReview } from './claim-review.answer.js';
import { addressOf } from './publication-settings.js';
import type { PublishedVersion } from './published-version.fold.js';
import type { Surroundings } from './surroundings.js';

type Item = ClaimReview['itemReviewed'];
type Rating = ClaimReview['reviewRating'];

/** What machines are told of a version. It says nothing that its page does not. */
export const claimReviewOf = (version: PublishedVersion, around: Surroundings): ClaimReview => {
  const { draft, publishedAt, firstPublishedAt, reviewBy } = version;
  const url = addressOf(around.settings, version.url);
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${url}#v${draft.versionNo}`,
    url,
    inLanguage: draft.language,
    version: String(draft.versionNo),
    datePublished: dayAt(firstPublishedAt, around.timeZone),
    ...(draft.versionNo > 1 && { dateModified: dayAt(publishedAt, around.timeZone) }),
    expires: reviewBy,
    claimReviewed: draft.claimReviewed,
    author: { '@type': 'Organization', ...around.settings },
    itemReviewed: itemOf(around),
    reviewRating: ratingOf(version, around),
  };
};

const itemOf = ({ claim: { claimant, statedOn }, appearances }: Surroundings): Item => ({
  '@type': 'Claim',
  ...firstDayOf(statedOn),
  author: claimantOf(claimant),
  ...(appearances.length > 0 && { appearance: appearances.map(workOf) }),
});

const ratingOf = ({ draft }: PublishedVersion, { scale: { labels } }: Surroundings): Rating => {
  const value = labels.find(({ key }) => key === draft.label)?.value;
  const values = labels.flatMap((label) => label.value ?? []);
  const numbers = { ratingValue: value, worstRating: Math.min(...values), bestRating: Math.max(...values) };
  return {
    '@type': 'Rating',
    ...(value !== undefined && numbers),
    alternateName: draft.labelText,
    ratingExplanation: draft.summary,
  };
};

/** Roles speak for an organisation. */
const claimantOf = ({ kind, name, jobTitle }: Party): Item['author'] =>
  kind === 'person'
    ? { '@type': 'Person', name, ...(jobTitle !== undefined && { jobTitle }) }
    : { '@type': 'Organization', name };

const workOf = ({
  appearedOn,
  url,
  archivedUrl,
}: DataOf<ClaimAppearanceAdded>): NonNullable<Item['appearance']>[number] => ({
  '@type': 'CreativeWork',
  ...firstDayOf(appearedOn),
  url,
  ...(archivedUrl !== undefined && { archivedAt: archivedUrl }),
});

/** Only of what is known to the day, or to a few days. */
const firstDayOf = (date: FuzzyDate): { readonly datePublished?: Day } =>
  date.precision === 'day' || date.precision === 'range' ? { datePublished: date.from } : {};
