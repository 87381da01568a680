import { z } from 'zod';
import { NATURES, STANCES, STRENGTHS } from '#features/checks';
import { FINDINGS } from '#features/standards';

// What the public may see of an event, as `visible` leaves it, and as a published version needs it: all of this must be
// there, and nothing else gets through.

const pin = z.object({ id: z.string(), version: z.int() });

/** Of a draft that was published. */
export const publicDraft = z.object({
  versionNo: z.int(),
  draftNo: z.int(),
  title: z.string(),
  claimReviewed: z.string(),
  summary: z.string(),
  body: z.string(),
  language: z.string(),
  asOf: z.string(),
  citedLinkIds: z.array(z.string()),
  label: z.string(),
  labelText: z.string(),
  finding: z.enum(FINDINGS),
  strength: z.enum(STRENGTHS),
  round: z.int(),
  scale: pin,
  disagreementNote: z.string().optional(),
});

export const publicApproval = z.object({
  versionNo: z.int(),
  draftNo: z.int(),
  waivers: z.array(z.object({ rule: z.enum(['reply', 'sources', 'archive']), code: z.string() })),
});

export const publicPublication = z.object({
  versionNo: z.int(),
  draftNo: z.int(),
  url: z.string(),
  reviewBy: z.string(),
});

/** Of the round on which it rests. */
export const publicDecision = z.object({
  round: z.int(),
  basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
});

/** Of a link that it cites. */
export const publicLink = z.object({
  linkId: z.string(),
  evidenceId: z.string(),
  stance: z.enum(STANCES),
  nature: z.enum(NATURES),
  originGroup: z.string(),
  quote: z.string().optional(),
  locator: z.string().optional(),
});

export type PublicDraft = z.infer<typeof publicDraft>;
export type PublicDecision = z.infer<typeof publicDecision>;
export type PublicLink = z.infer<typeof publicLink>;
