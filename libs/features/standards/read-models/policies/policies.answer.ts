import { z } from 'zod';
import { listOf } from '#platform/http';

/** One line of the list of policies. */
export const policyLine = z
  .strictObject({
    policyId: z.string(),
    name: z.string(),
    active: z.int().optional().describe('The version in force.'),
    draft: z.int().optional().describe('The version that waits for its activation.'),
    pinned: z
      .array(z.strictObject({ version: z.int(), checks: z.int() }))
      .describe('How many checks have been pinned to each version; those without any are left out.'),
  })
  .meta({ id: 'PolicyLine' });

export const policyList = listOf(policyLine).meta({ id: 'PolicyList' });

export type PolicyLine = z.infer<typeof policyLine>;
export type PolicyList = z.infer<typeof policyList>;
