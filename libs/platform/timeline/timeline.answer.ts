import { z } from 'zod';
import { instant, key } from '#platform/http';

const pin = z.strictObject({ id: key, version: z.int() });

/** One event of a stream. What is absent is not in it, or hidden from whoever asks. */
export const timelineEntry = z
  .strictObject({
    no: z.int().describe('Its version in the stream.'),
    type: z.string(),
    shows: z.enum(['all', 'part']).describe('`part`: something of it is hidden from whoever asks, or was erased.'),
    recordedAt: instant.optional(),
    at: instant.optional().describe('Of the command, where that is not when it was recorded.'),
    actor: z.strictObject({ kind: z.enum(['member', 'service']), id: z.string() }).optional(),
    capacity: z.string().optional().describe('As what the actor did it.'),
    essentials: z.record(z.string(), z.unknown()).describe('What the event says, beside its reason and pins.'),
    reason: z.string().optional(),
    pins: z
      .strictObject({
        evidenceSet: z.int().optional(),
        claimRevision: z.int().optional(),
        scale: pin.optional(),
        policy: pin.optional(),
      })
      .optional()
      .describe('On what it rests.'),
    commandId: z.string().optional().describe('The events of one command follow each other, and have the same.'),
    cause: z.string().optional().describe('The event that led to it, if no person did.'),
  })
  .meta({ id: 'TimelineEntry' });

/** Read from the stream itself, so it is always current. */
export const timeline = z
  .strictObject({
    stream: z.string().describe('Such as check-<id>.'),
    version: z.int().describe('Of the stream.'),
    items: z.array(timelineEntry).describe('In the order of their numbers.'),
    nextCursor: z.string().optional().describe('For the next page; absent on the last one.'),
  })
  .meta({ id: 'Timeline' });

export type TimelineEntry = z.infer<typeof timelineEntry>;
export type Timeline = z.infer<typeof timeline>;
