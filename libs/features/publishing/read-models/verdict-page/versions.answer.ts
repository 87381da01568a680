import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { day, instant, key } from '#platform/http';

const version = z
  .strictObject({
    versionNo: z.int(),
    url: z.string().describe('Of this version, for ever.'),
    status: z.enum(['live', 'superseded']),
    publishedAt: instant,
    title: z.string(),
    language: z.string(),
    label: key,
    labelText: z.string(),
    finding: z.enum(FINDINGS),
    asOf: day,
    reviewBy: day,
  })
  .meta({ id: 'PublishedVersion' });

/** All versions of a check that were published. */
export const versionList = z
  .strictObject({
    checkId: z.string(),
    rehearsal: z.literal(true).optional().describe('It was made at a rehearsal desk: nothing in it is real.'),
    url: z.string().describe('Of the check: there stands the live version.'),
    publisher: z.strictObject({
      name: z.string(),
      url: z.string().optional(),
      correctionsPolicy: z.string().optional(),
      publishingPrinciples: z.string().optional(),
    }),
    versions: z.array(version).describe('The newest first.'),
  })
  .meta({ id: 'VersionList' });

export type VersionList = z.infer<typeof versionList>;
