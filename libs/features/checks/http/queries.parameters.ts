import { z } from 'zod';
import { CHECKABILITIES, claimStream } from '#features/claims';
import { SEVERITIES } from '#features/standards';
import { instant, key, language, listQuery, pageSize, text, uuid } from '#platform/http';
import { timelineParameters } from '#platform/timeline';
import { checkDecider } from '../domain/check.decider.js';
import { STAGES } from '../domain/check.state.js';
import { WORK_KINDS } from '../read-models/my-work/my-work.items.js';

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
  waitingForReply: yes,
  underReview: yes,
  concern: yes,
});

export const myWorkQuery = listQuery.extend({ kind: z.enum(WORK_KINDS).optional() });

export const approvalsQuery = listQuery.extend({
  limit: pageSize(200, 20),
  possible: yes.describe(
    'What whoever asks could sign now, perhaps with waivers. A page may be shorter than asked for.',
  ),
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

export const workloadQuery = listQuery.extend({
  skill: key.optional().describe('A topic among the skills of the member.'),
  language: language.optional(),
});

export const suggestionsQuery = listQuery.pick({ after: true }).extend({
  capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
});

const version = z.string().regex(/^check-[0-9a-f-]{36}@[0-9]{1,9}$/, 'A version such as check-<id>@39, or an instant.');

export const asOfQuery = z.strictObject({
  asOf: z.union([instant, version]).describe('An instant, or a version of the stream, `check-<id>@<version>`.'),
  clock: z
    .enum(['recorded', 'stated'])
    .default('recorded')
    .describe('For an instant: when it was recorded, or when it is said to have happened.'),
});

export const timelineQuery = timelineParameters(checkDecider.evolve);

export const claimTimelineQuery = timelineParameters(claimStream.decider.evolve);
