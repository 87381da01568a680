import { z } from 'zod';
import type { DataOf } from '#kernel';
import { FINDINGS } from '#features/standards';
import { id, key, reason, text, uuid } from '#platform/http';
import type {
  AmendRuling,
  CloseRound,
  EndReconciliation,
  OpenRound,
  RecordTieBreak,
  SubmitRuling,
  WithdrawRuling,
} from '../domain/review.commands.js';
import { STRENGTHS } from '../domain/check.state.js';

// Form only. What depends on history is the decider's.

export const openRoundBody = z
  .strictObject({
    purpose: z.enum(['full', 'confirm']),
    reviewers: z
      .array(uuid)
      .max(20)
      .describe('Members who have accepted to review this check. Each of them must rule.'),
  })
  .meta({ id: 'OpenRound' }) satisfies z.ZodType<DataOf<OpenRound>>;

const choice = {
  label: key.describe('A label of the scale to which the round is pinned.'),
  finding: z.enum(FINDINGS).describe('What the label means on every scale.'),
  strength: z.enum(STRENGTHS).describe('How strong the evidence for it is.'),
  rationale: text(10_000, 50),
  linkIds: z.array(uuid).min(1).max(500).describe('The evidence on which it rests.'),
} as const;

const opinion = {
  ...choice,
  departure: text(1000).optional().describe('Why it departs from the live finding of a linked claim.'),
} as const;

export const submitRulingBody = z
  .strictObject({ rulingId: id, round: z.int().positive(), ...opinion })
  .meta({ id: 'SubmitRuling' }) satisfies z.ZodType<DataOf<SubmitRuling>>;

export const amendRulingBody = z
  .strictObject({ rulingId: uuid, ...opinion, reason })
  .meta({ id: 'AmendRuling' }) satisfies z.ZodType<DataOf<AmendRuling>>;

export const withdrawRulingBody = z
  .strictObject({ rulingId: uuid, reason })
  .meta({ id: 'WithdrawRuling' }) satisfies z.ZodType<DataOf<WithdrawRuling>>;

export const endReconciliationBody = z.strictObject({ reason }).meta({ id: 'EndReconciliation' }) satisfies z.ZodType<
  DataOf<EndReconciliation>
>;

const noConsensus = z
  .strictObject({ noConsensus: z.literal(true), rationale: text(10_000, 50) })
  .describe('That none of the opinions carries.');

export const recordTieBreakBody = z
  .strictObject({
    rulingId: id,
    round: z.int().positive(),
    answers: z
      .array(z.strictObject({ rulingId: uuid, text: text(4000) }))
      .max(20)
      .describe('One to the rationale of each ruling.'),
    choice: z.union([z.strictObject(choice), noConsensus]),
  })
  .meta({ id: 'RecordTieBreak' }) satisfies z.ZodType<DataOf<RecordTieBreak>>;

export const closeRoundBody = z
  .strictObject({ round: z.int().positive(), reason })
  .meta({ id: 'CloseRound' }) satisfies z.ZodType<DataOf<CloseRound>>;
