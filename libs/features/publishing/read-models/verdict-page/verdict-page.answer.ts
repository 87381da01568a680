import { z } from 'zod';
import { NATURES, REPLY_PURPOSES, STANCES, STRENGTHS } from '#features/checks';
import { FINDINGS } from '#features/standards';
import { day, fuzzyDate, instant, key, party } from '#platform/http';
import { claimReview } from './claim-review.answer.js';

const source = z
  .strictObject({
    evidenceId: z.string(),
    isRestricted: z.boolean().describe('It may not be shown: all that is said is that it is there.'),
    title: z.string().optional(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    url: z.string().optional().describe('Where the desk found it.'),
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    originGroup: key
      .optional()
      .describe('Whom the information comes from: ten papers that cite one agency are one group.'),
    quote: z.string().optional(),
    locator: z.string().optional(),
    archive: z
      .strictObject({ sha256: z.string(), mediaType: z.string(), archivedAt: instant })
      .optional()
      .describe('The desk’s own copy.'),
  })
  .meta({ id: 'VerdictSource' });

const reply = z
  .strictObject({
    party,
    purpose: z.enum(REPLY_PURPOSES),
    state: z.enum(['answered', 'no_answer', 'declined']),
    text: z.string().optional().describe('Absent where the party’s words are not for publication.'),
  })
  .meta({ id: 'VerdictReply' });

const scaleLabel = z.strictObject({
  key,
  text: z.string(),
  definition: z.string(),
  value: z.int().optional(),
});

const appearance = z.strictObject({
  url: z.string(),
  publisher: party.optional(),
  appearedOn: fuzzyDate,
  archivedUrl: z.string().optional(),
});

const standing = z
  .strictObject({
    status: z.enum(['live', 'superseded']),
    liveVersionNo: z.int(),
    isUnderReview: z.boolean().describe('The desk is at work on the check again: the live version may change.'),
    isExpired: z.boolean().describe('The live version was to be looked at again by now.'),
  })
  .meta({ id: 'VerdictStanding' });

/** One version in the list of all. */
export const versionEntry = z
  .strictObject({ versionNo: z.int(), url: z.string(), publishedAt: instant })
  .meta({ id: 'VerdictVersion' });

/**
 * A version of a check, as the public reads it. All of it stays as it was published, but for `standing` and `versions`,
 * for how the desk calls itself, and for sources that it must no longer show.
 */
export const verdictPage = z
  .strictObject({
    checkId: z.string(),
    rehearsal: z.literal(true).optional().describe('It was made at a rehearsal desk: nothing in it is real.'),
    url: z.string().describe('Of the check: there stands the live version.'),
    versionUrl: z.string().describe('Of this version, for ever.'),
    versionNo: z.int(),
    standing,
    title: z.string(),
    claimReviewed: z.string(),
    claim: z.strictObject({
      text: z.string(),
      language: z.string(),
      claimant: party,
      statedOn: fuzzyDate,
      appearances: z.array(appearance),
    }),
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
    scale: z.strictObject({ scaleId: key, version: z.int(), url: z.string(), labels: z.array(scaleLabel) }),
    sources: z.array(source),
    replies: z.array(reply).describe('Whom the desk asked for his side, and what came of it.'),
    basis: z
      .enum(['unanimous', 'majority', 'tie_break', 'no_consensus'])
      .optional()
      .describe('How the reviewers came to it.'),
    waivers: z.array(z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), code: key })),
    versions: z.array(versionEntry).describe('All that were published, the newest first.'),
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
