import { z } from 'zod';
import { instant, key, language, listQuery } from '#platform/http';

/** Of a version, from 1. */
export const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'The number of a version.')
  .transform(Number);

/** Of a desk or a scale, as it stands in public addresses. */
export const publicKey = key;

const MOST_VERDICTS = 100;

export const feedQuery = listQuery.omit({ after: true, limit: true }).extend({
  language: language.optional(),
  label: key.optional(),
  claimant: key.optional().describe('The key of the party that made the claim.'),
  from: instant.optional().describe('Published then or later.'),
  to: instant.optional().describe('Published before.'),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'A whole number from 1 on.')
    .transform(Number)
    .refine((limit) => limit <= MOST_VERDICTS, `At most ${MOST_VERDICTS}.`)
    .default(25),
});
