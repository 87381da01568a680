import { z } from 'zod';
import { day } from '#platform/http';

// A version of a verdict as schema.org describes a fact check. Members stand in the order of their documentation.

const organization = z.strictObject({
  '@type': z.literal('Organization'),
  name: z.string(),
  url: z.string().optional(),
  correctionsPolicy: z.string().optional(),
  publishingPrinciples: z.string().optional(),
});

const person = z.strictObject({
  '@type': z.literal('Person'),
  name: z.string(),
  jobTitle: z.string().optional(),
});

const creativeWork = z.strictObject({
  '@type': z.literal('CreativeWork'),
  datePublished: day.optional(),
  url: z.string(),
  archivedAt: z.string().optional(),
});

const claim = z.strictObject({
  '@type': z.literal('Claim'),
  datePublished: day.optional(),
  author: z.union([person, organization]),
  appearance: z.array(creativeWork).optional(),
});

const rating = z
  .strictObject({
    '@type': z.literal('Rating'),
    ratingValue: z.int().optional(),
    worstRating: z.int().optional(),
    bestRating: z.int().optional(),
    alternateName: z.string(),
    ratingExplanation: z.string(),
  })
  .describe('The three numbers, or none of them: a label without a value has no place on a scale of numbers.');

export const claimReview = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('ClaimReview'),
    '@id': z.string(),
    url: z.string(),
    inLanguage: z.string(),
    version: z.string(),
    datePublished: day.describe('Of the check’s first version.'),
    dateModified: day.optional().describe('Of this version, from the second one on.'),
    expires: day,
    claimReviewed: z.string(),
    author: organization,
    itemReviewed: claim,
    reviewRating: rating,
  })
  .meta({ id: 'ClaimReview' });

export type ClaimReview = z.infer<typeof claimReview>;
