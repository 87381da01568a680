import { z } from 'zod';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { instant, listOf, party } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';
import { WORK_KINDS } from './my-work.items.js';

const outcome = z
  .strictObject({
    basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
    label: z.string(),
    finding: z.enum(FINDINGS),
    agreed: z.boolean().describe('Whether he found the same in the end.'),
  })
  .describe('Of its round; absent until that is decided.');

const pastRuling = z.strictObject({
  rulingId: z.string(),
  round: z.int(),
  entry: z.int(),
  label: z.string(),
  finding: z.enum(FINDINGS),
  enteredAt: instant,
  isTieBreak: z.literal(true).optional().describe('With it he broke the tie of the others.'),
  isSetAside: z
    .boolean()
    .describe('It does not count: it was withdrawn, he left the round, or the round came to nothing.'),
  outcome: outcome.optional(),
});

/** One thing to do, or a ruling of one’s own. */
export const workItem = z
  .strictObject({
    kind: z
      .enum(WORK_KINDS)
      .describe(
        '`approval`: a draft, or an approved version, in which one took no part. `refused_draft`: one’s own draft fell, and a new one is needed.',
      ),
    checkId: z.string(),
    claim: z.strictObject({ text: z.string(), language: z.string(), claimant: party }),
    severity: z.enum(SEVERITIES),
    stage: z.enum(STAGES),
    dueAt: instant.optional().describe('Of the stage, or until when an offer stands; absent where no clock runs.'),
    overdue: z.boolean().describe('At the moment of the answer.'),
    offer: z
      .strictObject({
        assignmentId: z.string(),
        capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
      })
      .optional(),
    round: z.int().optional(),
    draft: z.strictObject({ versionNo: z.int(), draftNo: z.int() }).optional(),
    ruling: pastRuling.optional(),
  })
  .meta({ id: 'WorkItem' });

export const myWork = listOf(workItem).meta({ id: 'MyWork' });

export type WorkAnswer = z.infer<typeof workItem>;
export type MyWork = z.infer<typeof myWork>;
