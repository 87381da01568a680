import { z } from 'zod';
import { day, instant, party } from '#platform/http';
import { REPLY_CHANNELS, REPLY_PURPOSES } from '../../domain/check.state.js';

/** Whom the desk asked for his side, until when, and what came of it. */
export const reply = z
  .strictObject({
    replyId: z.string(),
    party,
    purpose: z.enum(REPLY_PURPOSES),
    channel: z.enum(REPLY_CHANNELS),
    question: z.string(),
    cycle: z.int(),
    requestedBy: z.string(),
    requestedAt: instant,
    dueAt: instant,
    status: z.enum(['requested', 'answered', 'no_answer', 'declined']),
    closed: z
      .strictObject({ outcome: z.enum(['no_answer', 'declined']), by: z.string(), at: instant })
      .optional()
      .describe('How the window was closed. An answer may still have come after it.'),
    received: z
      .strictObject({
        receivedOn: day,
        text: z.string(),
        publishable: z.boolean(),
        statement: z.string().optional(),
        late: z.boolean(),
        recordedBy: z.string(),
        recordedAt: instant,
      })
      .optional(),
    considered: z.boolean().describe('A version was published since it was settled.'),
  })
  .meta({ id: 'CheckReply' });

export type CheckReply = z.infer<typeof reply>;
