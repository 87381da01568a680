import { z } from 'zod';
import { NATURES, REPLY_PURPOSES, STANCES, STRENGTHS } from '#features/checks';
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
  evidenceSet: z.int(),
  claimRevision: z.int(),
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
  versionUrl: z.string(),
  reviewBy: z.string(),
  expiresAt: z.string(),
});

/** Of the round on which it rests. */
export const publicDecision = z.object({
  round: z.int(),
  basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
});

/** Of a link that it cites. Whose word it is, is absent where the evidence is restricted. */
export const publicLink = z.object({
  linkId: z.string(),
  evidenceId: z.string(),
  stance: z.enum(STANCES),
  nature: z.enum(NATURES),
  originGroup: z.string().optional(),
  quote: z.string().optional(),
  locator: z.string().optional(),
});

/** How such a link was weighed anew. */
export const publicAssessment = publicLink
  .pick({ linkId: true, stance: true, nature: true, originGroup: true })
  .extend({
    evidenceSet: z.int(),
  });

/** As it was stored: what a party may look like today is not asked of one that stands in an old event. */
const party = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'organisation', 'role']),
  jobTitle: z.string().optional(),
  url: z.string().optional(),
  unnamed: z.boolean().optional(),
});

/** Whom the desk asked for his side. */
export const publicRequest = z.object({ replyId: z.string(), party, purpose: z.enum(REPLY_PURPOSES) });

/** What is for publication of an answer; nothing of one that is not. */
export const publicReply = z.object({
  replyId: z.string(),
  statement: z.string().optional(),
  text: z.string().optional(),
});

export const publicClosing = z.object({ replyId: z.string(), outcome: z.enum(['no_answer', 'declined']) });

export type PublicDraft = z.infer<typeof publicDraft>;
export type PublicDecision = z.infer<typeof publicDecision>;
export type PublicLink = z.infer<typeof publicLink>;
