import { z } from 'zod';
import { listOf } from '#platform/http';

/** One line of the list of scales. */
export const scaleLine = z
  .strictObject({
    scaleId: z.string(),
    name: z.string(),
    kind: z.enum(['ordinal', 'text', 'external']),
    publisherHost: z.string().optional().describe('Of an external scale: whose ratings it reads.'),
    published: z.int().optional().describe('The version that was published last.'),
    draft: z.int().optional().describe('The version that waits for its publication.'),
    pinned: z
      .array(z.strictObject({ version: z.int(), checks: z.int() }))
      .describe('How many checks have been pinned to each version; those without any are left out.'),
  })
  .meta({ id: 'ScaleLine' });

export const scaleList = listOf(scaleLine).meta({ id: 'ScaleList' });

export type ScaleLine = z.infer<typeof scaleLine>;
export type ScaleList = z.infer<typeof scaleList>;
