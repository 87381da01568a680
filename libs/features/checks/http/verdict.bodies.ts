import { z } from 'zod';
import type { DataOf } from '#kernel';
import { day, instant, key, language, reason, text, uuid } from '#platform/http';
import type {
  ApproveVerdict,
  CancelSchedule,
  DraftVerdict,
  PublishVerdict,
  RefuseApproval,
  ScheduleVerdict,
  WithdrawApproval,
} from '../domain/verdict.commands.js';

// Form only. What depends on history is the decider's.

const number = z.int().positive();

export const draftVerdictBody = z
  .strictObject({
    title: text(120),
    claimReviewed: text(500).describe('How long it may be, the policy says.'),
    summary: text(300),
    body: text(50_000),
    language,
    asOf: day.describe('The day up to which the evidence was looked at.'),
    citedLinkIds: z.array(uuid).min(1).max(500),
    labelText: text(120).optional().describe('Only on scales that leave it open; elsewhere it is the label’s own.'),
    disagreementNote: text(1000).optional().describe('Needed when the reviewers disagreed.'),
    correctionId: uuid.optional(),
    notice: text(1000).optional(),
    reviewBy: day.optional().describe('When it is looked at again; the policy’s time after `asOf` if no day is named.'),
  })
  .meta({ id: 'DraftVerdict' }) satisfies z.ZodType<DataOf<DraftVerdict>>;

const waiver = z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), code: key, note: text(500) });

export const approveVerdictBody = z
  .strictObject({
    versionNo: number,
    draftNo: number,
    contentHash: text(64).describe('Of the draft that is signed.'),
    consideredReplyIds: z.array(uuid).max(500),
    waivers: z.array(waiver).max(20).describe('Exceptions that the policy allows, each with its code.'),
  })
  .meta({ id: 'ApproveVerdict' }) satisfies z.ZodType<DataOf<ApproveVerdict>>;

export const refuseApprovalBody = z
  .strictObject({
    versionNo: number,
    draftNo: number,
    reason: reason.describe('What the next draft has to do better.'),
  })
  .meta({ id: 'RefuseApproval' }) satisfies z.ZodType<DataOf<RefuseApproval>>;

export const withdrawApprovalBody = z
  .strictObject({ versionNo: number, reason })
  .meta({ id: 'WithdrawApproval' }) satisfies z.ZodType<DataOf<WithdrawApproval>>;

export const scheduleVerdictBody = z
  .strictObject({ versionNo: number, publishAt: instant.describe('When it is published, unless somebody cancels it.') })
  .meta({ id: 'ScheduleVerdict' }) satisfies z.ZodType<DataOf<ScheduleVerdict>>;

export const cancelScheduleBody = z
  .strictObject({ versionNo: number, reason })
  .meta({ id: 'CancelSchedule' }) satisfies z.ZodType<DataOf<CancelSchedule>>;

/** A member publishes at once. Only a service names a schedule. */
export const publishVerdictBody = z
  .strictObject({ versionNo: number })
  .meta({ id: 'PublishVerdict' }) satisfies z.ZodType<DataOf<PublishVerdict>>;
