import { z } from 'zod';
import type { DataOf } from '#kernel';
import { day, id, instant, party, text, uuid } from '#platform/http';
import { REPLY_CHANNELS, REPLY_PURPOSES } from '../domain/check.state.js';
import type { CloseReplyWindow, RecordReply, RequestReply } from '../domain/replies.commands.js';

// Form only. What depends on history is the decider's.

export const requestReplyBody = z
  .strictObject({
    replyId: id,
    party,
    purpose: z.enum(REPLY_PURPOSES).describe('As what the party is asked: `claimant` also who answers for him.'),
    channel: z.enum(REPLY_CHANNELS),
    question: text(4000),
    dueAt: instant.describe('Until when an answer is waited for: the policy says how long that must be.'),
  })
  .meta({ id: 'RequestReply' }) satisfies z.ZodType<DataOf<RequestReply>>;

export const recordReplyBody = z
  .strictObject({
    replyId: uuid,
    receivedOn: day,
    text: text(10_000),
    publishable: z.boolean().describe('Otherwise readers hear that the party has answered, and no more.'),
    statement: text(1000).optional().describe('What readers see of it in its place.'),
  })
  .meta({ id: 'RecordReply' }) satisfies z.ZodType<DataOf<RecordReply>>;

export const closeReplyWindowBody = z
  .strictObject({ replyId: uuid, outcome: z.enum(['no_answer', 'declined']) })
  .meta({ id: 'CloseReplyWindow' }) satisfies z.ZodType<DataOf<CloseReplyWindow>>;
