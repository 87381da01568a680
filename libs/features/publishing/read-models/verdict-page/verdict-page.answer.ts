import { z } from 'zod';
import { NATURES, STANCES, STRENGTHS } from '#features/checks';
import { FINDINGS } from '#features/standards';
import { day, fuzzyDate, instant, key, party } from '#platform/http';
import { claimReview } from './claim-review.answer.js';

const source = z
  .strictObject({
    evidenceId: z.string(),
    title: z.string(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    url: z.string().optional().describe('Where the desk found it.'),
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    originGroup: key.describe('Whom the information comes from: ten papers that cite one agency are one group.'),
    quote: z.string().optional(),
    locator: z.string().optional(),
    archive: z
      .strictObject({ sha256: z.string(), mediaType: z.string(), archivedAt: instant })
      .optional()
      .describe('The desk’s own copy.'),
  })
  .meta({ id: 'VerdictSource' });

const scaleLabel = z.strictObject({ key, text: z.string(), value: z.int().optional() });

/** The live version of a check, as the public reads it. */
export const verdictPage = z
  .strictObject({
    checkId: z.string(),
    url: z.string(),
    versionNo: z.int(),
    title: z.string(),
    claimReviewed: z.string(),
    claim: z.strictObject({ text: z.string(), language: z.string(), claimant: party, statedOn: fuzzyDate }),
    rating: z.strictObject({
      label: key,
      labelText: z.string(),
      value: z.int().optional(),
      finding: z.enum(FINDINGS),
      strength: z.enum(STRENGTHS),
    }),
    summary: z.string(),
    body: z.string(),
    language: z.string(),
    asOf: day,
    publishedAt: instant,
    reviewBy: day,
    disagreementNote: z.string().optional(),
    scale: z.strictObject({ scaleId: key, version: z.int(), labels: z.array(scaleLabel) }),
    sources: z.array(source),
    basis: z
      .enum(['unanimous', 'majority', 'tie_break', 'no_consensus'])
      .optional()
      .describe('How the reviewers came to it.'),
    waivers: z.array(z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), code: key })),
    versions: z.array(z.strictObject({ versionNo: z.int(), publishedAt: instant })).describe('The newest first.'),
    publisher: z.strictObject({
      name: z.string(),
      url: z.string().optional(),
      correctionsPolicy: z.string().optional(),
      publishingPrinciples: z.string().optional(),
    }),
    claimReview,
  })
  .meta({ id: 'VerdictPage' });

export type VerdictPage = z.infer<typeof verdictPage>;
