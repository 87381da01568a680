import { z } from 'zod';
import { CHECKABILITIES, VOICES } from '#features/claims';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { fuzzyDate, instant, listOf, party } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';
import { ratedVersion } from '../rated-version.js';

/** One line of the list of claims. */
export const claimLine = z
  .strictObject({
    claimId: z.string(),
    proposedAt: instant,
    status: z.enum(['proposed', 'accepted', 'rejected', 'merged']),
    text: z.string(),
    language: z.string(),
    claimant: party,
    voice: z.enum(VOICES),
    statedOn: fuzzyDate,
    checkability: z.enum(CHECKABILITIES).optional(),
    severity: z.enum(SEVERITIES).optional(),
    mergedInto: z.string().optional().describe('The claim that stands for it.'),
    demand: z.int().describe('In how many submissions it occurs.'),
    relations: z.int().describe('Links from it and to it.'),
    suggestions: z.int().describe('Claims that may be similar, about which nobody has decided.'),
    externalChecks: z.int().describe('Checks of others that are known.'),
    stage: z.enum(STAGES).optional().describe('Of its check, if it has one.'),
    live: ratedVersion.optional().describe('The published version that stands.'),
    finding: z
      .enum(FINDINGS)
      .optional()
      .describe('The live one; `not_checkable` for an accepted claim that is not rateable, without any check.'),
  })
  .meta({ id: 'ClaimLine' });

export const claimList = listOf(claimLine).meta({ id: 'ClaimList' });

export type ClaimLine = z.infer<typeof claimLine>;
export type ClaimList = z.infer<typeof claimList>;
