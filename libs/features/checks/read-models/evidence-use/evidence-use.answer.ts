import { z } from 'zod';
import { QUOTE_RESULTS } from '#features/claims';
import { instant, key, listOf } from '#platform/http';
import { NATURES, STANCES, STRENGTHS } from '../../domain/check.state.js';

const citation = z.strictObject({
  versionNo: z.int(),
  url: z.string().describe('Of this version, as a path.'),
  publishedAt: instant,
  isLive: z.boolean(),
});

const linkUse = z
  .strictObject({
    kind: z.literal('link'),
    checkId: z.string(),
    linkId: z.string(),
    usedBy: z.string(),
    usedAt: instant,
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    weight: z.enum(STRENGTHS),
    originGroup: key,
    evidenceSet: z.int().describe('The last that this link made.'),
    unlinkedAt: instant.optional().describe('It is in no evidence set from then on.'),
    citedIn: z.array(citation).describe('Published versions, the newest first: they keep what they cite.'),
  })
  .describe('A check that links it.');

const quoteCheckUse = z
  .strictObject({
    kind: z.literal('quote_check'),
    claimId: z.string(),
    usedBy: z.string(),
    usedAt: instant,
    translated: z.boolean(),
    result: z.enum(QUOTE_RESULTS).optional().describe('Absent where the evidence is restricted.'),
  })
  .describe('A claim whose quote was compared with it.');

export const evidenceUse = listOf(z.discriminatedUnion('kind', [linkUse, quoteCheckUse])).meta({ id: 'EvidenceUse' });

export type EvidenceUse = z.infer<typeof evidenceUse>;
export type Citation = z.infer<typeof citation>;
