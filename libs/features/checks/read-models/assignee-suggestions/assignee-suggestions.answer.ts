import { z } from 'zod';
import { instant } from '#platform/http';

const said = { code: z.string(), sentence: z.string() };

const suggestion = z
  .strictObject({
    memberId: z.string(),
    name: z.string().optional().describe('Absent once it was erased.'),
    load: z.int().describe('How many open assignments he has.'),
    lastAssignedAt: instant.optional(),
    refusal: z.strictObject(said).optional().describe('What an offer to him would be refused with. Absent: he can.'),
    reasons: z.array(z.strictObject({ ...said, speaks: z.enum(['for', 'against']) })),
  })
  .meta({ id: 'AssigneeSuggestion' });

/** Everybody who could be asked to take part, and everybody who could not, with the reasons. */
export const assigneeSuggestions = z
  .strictObject({
    checkId: z.string(),
    capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
    version: z.int().describe('Of the check’s stream.'),
    items: z.array(suggestion).describe('Those who can, best first; then those who cannot.'),
    position: z.int().describe('Of the read model that knows how much everybody has to do.'),
    lagMs: z.int(),
  })
  .meta({ id: 'AssigneeSuggestions' });

export type AssigneeSuggestions = z.infer<typeof assigneeSuggestions>;
