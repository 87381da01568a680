import { z } from 'zod';
import { CHECKABILITIES, QUOTE_RESULTS } from '#features/claims';
import { FINDINGS } from '#features/standards';
import { fuzzyDate, instant, party, span } from '#platform/http';

// What a claim's stream says of it beyond what it is now.

const said = { by: z.string(), at: instant };

export const revision = z.strictObject({
  revision: z.int(),
  change: z.enum(['accepted', 'normalised', 'attributed', 'classified']),
  text: z.string(),
  claimant: party,
  statedOn: fuzzyDate,
  checkability: z.enum(CHECKABILITIES),
  reason: z.string().optional(),
  ...said,
});

export const submission = z.strictObject({ submissionId: z.string(), spans: z.array(span) });

export const quoteCheck = z.strictObject({
  evidenceId: z.string(),
  primaryText: z.string().optional().describe('Absent where the evidence is restricted, and so is the result.'),
  translated: z.boolean(),
  result: z.enum(QUOTE_RESULTS).optional(),
  ...said,
});

export const merger = z.strictObject({
  intoClaimId: z.string(),
  standsFor: z.string().describe('The claim at the end of all mergers: its check is the one of this claim.'),
  reason: z.string(),
  ...said,
});

export const suggestion = z.strictObject({
  claimId: z.string(),
  score: z.number().describe('From 0 to 1.'),
  matcher: z.string(),
  matcherVersion: z.string(),
  suggestedAt: instant,
  decision: z
    .strictObject({ is: z.enum(['linked', 'merged', 'dismissed']), reason: z.string().optional(), ...said })
    .optional()
    .describe('What somebody made of it.'),
});

export const externalCheck = z.strictObject({
  source: z.string(),
  externalKey: z.string(),
  revision: z.int(),
  publisher: z.string(),
  url: z.string(),
  claimText: z.string(),
  label: z.string(),
  finding: z.enum([...FINDINGS, 'unmapped']),
  reviewedOn: z.string().optional(),
  hash: z.string(),
  foundAt: instant,
});

export type Revision = z.infer<typeof revision>;
export type AttachedSubmission = z.infer<typeof submission>;
export type CheckedQuote = z.infer<typeof quoteCheck>;
export type Suggestion = z.infer<typeof suggestion>;
export type KnownExternalCheck = z.infer<typeof externalCheck>;
