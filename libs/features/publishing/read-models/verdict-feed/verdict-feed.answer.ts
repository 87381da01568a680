import { z } from 'zod';
import { day } from '#platform/http';
import { claimReview } from '../verdict-page/claim-review.answer.js';

const item = z.strictObject({
  '@type': z.literal('DataFeedItem'),
  dateCreated: day.describe('Of the check’s first version.'),
  dateModified: day.optional().describe('Of the live version, from the second one on.'),
  item: claimReview,
});

/** A page of the verdicts that a desk has published, the newest first, as schema.org describes a feed. */
export const dataFeed = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('DataFeed'),
    '@id': z.string(),
    url: z.string(),
    name: z.string(),
    dateModified: z.string().optional().describe('When the newest verdict of this page was published.'),
    publisher: claimReview.shape.author,
    dataFeedElement: z.array(item),
  })
  .meta({ id: 'DataFeed' });

export type DataFeed = z.infer<typeof dataFeed>;
