import { z } from 'zod';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { instant, key, listOf, party } from '#platform/http';
import { STAGES, STRENGTHS } from '../../domain/check.state.js';
import { gate } from '../check-page/gate.answer.js';
import { reply } from '../check-page/replies.answer.js';
import { draft, schedule } from '../check-page/verdict.answer.js';

const rating = z.strictObject({
  label: key,
  labelText: z.string().describe('As the draft says it.'),
  finding: z.enum(FINDINGS),
  strength: z.enum(STRENGTHS),
});

const dissent = z
  .strictObject({ reviewerId: z.string(), label: key, finding: z.enum(FINDINGS) })
  .describe('Who found otherwise in the end.');

const groups = z.strictObject({
  originGroups: z.array(key),
  independentGroups: z.array(key).describe('Those that carry the finding.'),
  needed: z.int().describe('So many independent groups the policy asks for.'),
});

/** A draft that waits for its approval, or an approved version that waits for its publication. */
export const approvalItem = z
  .strictObject({
    checkId: z.string(),
    version: z.int().describe('Of the stream: name it in If-Match.'),
    claim: z.strictObject({ text: z.string(), language: z.string(), claimant: party }),
    severity: z.enum(SEVERITIES),
    cycle: z.int(),
    stage: z.enum(STAGES),
    dueAt: instant.optional().describe('Of the stage; absent while its clock stands still.'),
    overdue: z.boolean().describe('At the moment of the answer.'),
    rating,
    basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
    wasDisputed: z.boolean().describe('The reviewers disagreed when their rulings were opened.'),
    dissent: z.array(dissent),
    groups,
    replies: z.array(reply),
    draft,
    schedule: schedule.optional().describe('By which it will be published.'),
    waiversNeeded: z
      .array(z.strictObject({ rule: z.enum(['reply', 'sources', 'archive']), codes: z.array(key) }))
      .describe('Without these an approval is refused; one of the codes says why.'),
    gate: gate.describe('For whoever asks.'),
  })
  .meta({ id: 'ApprovalItem' });

export const approvals = listOf(approvalItem).meta({ id: 'Approvals' });

export type ApprovalItem = z.infer<typeof approvalItem>;
export type Approvals = z.infer<typeof approvals>;
