import { z } from 'zod';
import { versionHistory } from '../version-history.js';
import { labelAnswer } from './label.answer.js';

const scaleVersion = z.strictObject({ ...versionHistory, labels: z.array(labelAnswer) }).meta({ id: 'ScaleVersion' });

const scaleMapping = z
  .strictObject({
    version: z.int().positive(),
    toScaleId: z.string(),
    toVersion: z.int().positive(),
    map: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    mappedAt: z.string(),
  })
  .meta({ id: 'ScaleMapping' });

/** A scale with all its versions, the first one first. */
export const scalePage = z
  .strictObject({
    scaleId: z.string(),
    version: z.int().describe('Of the scale’s stream.'),
    name: z.string(),
    kind: z.enum(['ordinal', 'text', 'external']),
    publisherHost: z.string().optional(),
    versions: z.array(scaleVersion),
    mappings: z
      .array(scaleMapping)
      .describe('The last one between each two versions: for statistics and search alone.'),
  })
  .meta({ id: 'ScalePage' });

export type ScalePage = z.infer<typeof scalePage>;
