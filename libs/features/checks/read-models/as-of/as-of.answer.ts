import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { day, instant, key } from '#platform/http';
import { SET_ASIDE_REASONS, STAGES, STRENGTHS } from '../../domain/check.state.js';

const live = z
  .strictObject({
    versionNo: z.int(),
    label: key,
    labelText: z.string(),
    finding: z.enum(FINDINGS),
    strength: z.enum(STRENGTHS),
    asOf: day,
    publishedAt: instant,
    approvedBy: z.string(),
    publishedBy: z.string(),
    reviewBy: day,
    supersedes: z.int().nullable(),
    underReview: z.boolean(),
    expired: z.boolean(),
  })
  .meta({ id: 'LiveAsOf' });

const round = z
  .strictObject({
    round: z.int(),
    purpose: z.enum(['full', 'confirm']),
    basis: z
      .enum(['unanimous', 'majority', 'tie_break', 'no_consensus'])
      .nullable()
      .describe('Null: not decided then.'),
    setAside: z.enum(SET_ASIDE_REASONS).optional(),
    disagreed: z.boolean(),
    rulings: z
      .array(
        z.strictObject({
          rulingId: z.string(),
          by: z.string(),
          entries: z.array(key).describe('The labels, from the first entry to the last of that time.'),
          withdrawn: z.literal(true).optional().describe('It did not count any more.'),
        }),
      )
      .describe('Those of that time that whoever asks may see now.'),
  })
  .meta({ id: 'RoundAsOf' });

/** How a check stood at a moment. It depends on events alone, so it stays the same whenever it is asked. */
export const checkAsOf = z
  .strictObject({
    checkId: z.string(),
    asOf: z.string().describe('The moment asked for.'),
    clock: z.enum(['recorded', 'stated']).describe('By which time of the events it was found.'),
    streamVersion: z.int().describe('Of the check’s stream at that moment: 0 before it was opened.'),
    stage: z.enum(STAGES).nullable(),
    cycle: z.int(),
    live: live.nullable().describe('The published version that stood then.'),
    versions: z.array(z.int()),
    evidenceSet: z.int(),
    links: z.array(z.string()),
    originGroups: z.array(key),
    independentGroups: z.array(key).describe('Those that carried the live version’s finding.'),
    questions: z.array(z.strictObject({ questionId: z.string(), answered: z.boolean() })),
    replies: z.array(
      z.strictObject({
        replyId: z.string(),
        state: z.enum(['requested', 'answered', 'no_answer', 'declined']),
        late: z.boolean().optional().describe('Of an answer: it came after the window.'),
      }),
    ),
    rounds: z.array(round),
    corrections: z.array(z.never()).describe('Of published versions: none can be made yet.'),
    concerns: z.array(z.strictObject({ concernId: z.string(), kind: z.string(), open: z.boolean() })),
    waivers: z
      .array(z.strictObject({ rule: z.string(), code: key }))
      .describe('With which the live version was approved.'),
  })
  .meta({ id: 'CheckAsOf' });

export type CheckAsOf = z.infer<typeof checkAsOf>;
