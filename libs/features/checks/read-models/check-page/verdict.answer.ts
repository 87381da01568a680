import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { day, instant, key } from '#platform/http';
import { STRENGTHS } from '../../domain/check.state.js';

const approval = z.strictObject({
  approverId: z.string(),
  approvedAt: instant,
  consideredReplyIds: z.array(z.string()),
  waivers: z.array(z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), code: key, note: z.string() })),
  originGroups: z.array(key),
  independentGroups: z.array(key),
});

/** A proposed text, with the rating that its round decided. */
export const draft = z
  .strictObject({
    versionNo: z.int(),
    draftNo: z.int(),
    contentHash: z.string(),
    title: z.string(),
    claimReviewed: z.string(),
    summary: z.string(),
    body: z.string(),
    language: z.string(),
    asOf: day,
    citedLinkIds: z.array(z.string()),
    label: key,
    labelText: z.string(),
    finding: z.enum(FINDINGS),
    strength: z.enum(STRENGTHS),
    round: z.int(),
    disagreementNote: z.string().optional(),
    notice: z.string().optional(),
    reviewBy: day,
    draftedBy: z.string(),
    draftedAt: instant,
    approval: approval.optional(),
  })
  .meta({ id: 'VerdictDraft' });

export const publishedVersion = z
  .strictObject({
    versionNo: z.int(),
    draftNo: z.int(),
    contentHash: z.string(),
    url: z.string(),
    reviewBy: day,
    expiresAt: instant,
    publishedBy: z.string(),
    publishedAt: instant,
    isLive: z.boolean(),
  })
  .meta({ id: 'VerdictVersion' });

export type CheckDraft = z.infer<typeof draft>;
export type CheckVersion = z.infer<typeof publishedVersion>;
