import { z } from 'zod';
import { CHECKABILITIES } from '#features/claims';
import { SEVERITIES } from '#features/standards';
import { key, language, listQuery, text, uuid } from '#platform/http';
import { checkDecider } from '../domain/check.decider.js';
import { STAGES } from '../domain/check.state.js';

// The parameters of each list: filters are enumerations, everything else is unknown.

/** Only asked for, never denied: `?overdue=true`. */
const yes = z
  .literal('true')
  .transform((): true => true)
  .optional();

export const boardQuery = listQuery.extend({
  stage: z.enum(STAGES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  language: language.optional(),
  member: uuid.optional(),
  disputed: yes,
  overdue: yes,
  unassigned: yes,
});

export const claimsQuery = listQuery.extend({
  text: text(200).optional().describe('Words of the claim, in any order and form: "as a phrase", or, -without.'),
  status: z.enum(['proposed', 'accepted', 'rejected', 'merged']).optional(),
  checkability: z.enum(CHECKABILITIES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  party: key.optional().describe('The claimant or a conveyor.'),
  language: language.optional(),
  withoutCheck: yes,
});

const actor = z.string().regex(/^(service:[a-z][a-z-]{0,60}|[0-9a-f-]{36})$/, 'A member’s id, or service:<job>.');

export const timelineQuery = listQuery.extend({
  type: z.enum(Object.keys(checkDecider.evolve)).optional(),
  actor: actor.optional(),
});
