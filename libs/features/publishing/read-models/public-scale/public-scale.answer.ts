import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { instant, key } from '#platform/http';

const inLanguages = z.record(z.string(), z.string()).describe('By language; `en` is always there.');

/** A published version of a scale: what each label says, and each number. It never changes. */
export const publicScale = z
  .strictObject({
    scaleId: key,
    version: z.int(),
    rehearsal: z.literal(true).optional().describe('It was made at a rehearsal desk: nothing in it is real.'),
    name: z.string(),
    url: z.string(),
    publishedAt: instant,
    labels: z.array(
      z.strictObject({
        key,
        text: inLanguages,
        definition: inLanguages,
        findings: z.array(z.enum(FINDINGS)).describe('What it may stand for; the first is its default.'),
        value: z.int().optional().describe('Its ratingValue in a ClaimReview, if it has one.'),
      }),
    ),
    publisher: z.strictObject({
      name: z.string(),
      url: z.string().optional(),
      correctionsPolicy: z.string().optional(),
      publishingPrinciples: z.string().optional(),
    }),
  })
  .meta({ id: 'PublicScale' });

export type PublicScale = z.infer<typeof publicScale>;
