import { dayAt } from '#features/standards';
import { claimReviewOf } from '../verdict-page/claim-review.js';
import type { DataFeed } from './verdict-feed.answer.js';
import type { FeedItem, VerdictFeed } from './verdict-feed.query.js';

/** As machines collect it: each item holds the ClaimReview that stands on its page. */
export const dataFeedOf = ({ desk, items, modifiedAt }: VerdictFeed, url: string): DataFeed => ({
  '@context': 'https://schema.org',
  '@type': 'DataFeed',
  '@id': url,
  url,
  name: titleOf(desk),
  ...(items.length > 0 && { dateModified: modifiedAt }),
  publisher: { '@type': 'Organization', ...desk.settings },
  dataFeedElement: items.map(elementOf),
});

/** A rehearsal says so wherever its verdicts go. */
export const titleOf = ({ settings, isRehearsal }: VerdictFeed['desk']): string =>
  `${isRehearsal ? 'Rehearsal: ' : ''}${settings.name}: verdicts`;

const elementOf = ({ version, around }: FeedItem): DataFeed['dataFeedElement'][number] => ({
  '@type': 'DataFeedItem',
  dateCreated: dayAt(version.firstPublishedAt, around.timeZone),
  ...(version.draft.versionNo > 1 && { dateModified: dayAt(version.publishedAt, around.timeZone) }),
  item: claimReviewOf(version, around),
});
