import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { day, instant, key } from '#platform/http';
import { DRAFT_STATUSES, STRENGTHS } from '../../domain/check.state.js';

const signedAway = z.strictObject({ by: z.string(), at: instant, reason: z.string() });

const approval = z.strictObject({
  approverId: z.string(),
  approvedAt: instant,
  consideredReplyIds: z.array(z.string()),
  waivers: z.array(z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), code: key, note: z.string() })),
  originGroups: z.array(key),
  independentGroups: z.array(key),
  withdrawn: signedAway.optional().describe('The approval is in force no longer.'),
});

/** A proposed text, with the rating that its round decided. */
export const draft = z
  .strictObject({
    status: z
      .enum([...DRAFT_STATUSES, 'replaced'])
      .describe('`refused` and `lapsed` are closed: a new one is needed. `replaced`: there is a later one.'),
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
    refusal: signedAway.optional(),
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
    expiredAt: instant.optional().describe('When it was found that nobody had looked at it again by `reviewBy`.'),
  })
  .meta({ id: 'VerdictVersion' });

const scheduleEnd = z.strictObject({
  at: instant,
  by: z.string().describe('A member’s id, or service:<job>.'),
  reason: z.string().optional().describe('Of who cancelled it.'),
  code: z.string().optional().describe('Of the refusal that held the publication.'),
});

/** A time at which an approved version is, or was, to be published. */
export const schedule = z
  .strictObject({
    versionNo: z.int(),
    scheduleNo: z.int(),
    publishAt: instant,
    scheduledBy: z.string(),
    scheduledAt: instant,
    status: z
      .enum(['standing', 'cancelled', 'held', 'published', 'lapsed'])
      .describe('`held`: the publication was refused at its time, and the version stays approved.'),
    ended: scheduleEnd.optional(),
  })
  .meta({ id: 'VerdictSchedule' });

export type CheckDraft = z.infer<typeof draft>;
export type CheckVersion = z.infer<typeof publishedVersion>;
export type CheckSchedule = z.infer<typeof schedule>;
