import { z } from 'zod';
import { FINDINGS } from '../../domain/finding.js';

const byLanguage = z.record(z.string(), z.string()).describe('By language; `en` is always there.');

/** A rating of a scale version. */
export const labelAnswer = z
  .strictObject({
    key: z.string(),
    text: byLanguage,
    definition: byLanguage,
    findings: z.array(z.enum(FINDINGS)).describe('What it may stand for; the first is its default.'),
    value: z.number().optional(),
  })
  .meta({ id: 'ScaleLabel' });
