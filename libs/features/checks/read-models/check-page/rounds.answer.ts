import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { instant, key } from '#platform/http';
import { STRENGTHS } from '../../domain/check.state.js';

const entry = z.strictObject({
  entry: z.int(),
  label: key,
  finding: z.enum(FINDINGS),
  strength: z.enum(STRENGTHS),
  rationale: z.string(),
  linkIds: z.array(z.string()),
  departure: z.string().optional(),
  reason: z.string().optional().describe('Why it was amended.'),
  enteredAt: instant,
});

const ruling = z
  .strictObject({ rulingId: z.string(), reviewerId: z.string(), entries: z.array(entry) })
  .describe('With its first form and each amendment.')
  .meta({ id: 'CheckRuling' });

const sealedRuling = z
  .strictObject({ rulingId: z.string(), reviewerId: z.string(), enteredAt: instant })
  .describe('That it is in, for those who may know whose it is.')
  .meta({ id: 'SealedRuling' });

const label = z.strictObject({
  key,
  text: z.record(z.string(), z.string()),
  definition: z.record(z.string(), z.string()),
  findings: z.array(z.enum(FINDINGS)),
  value: z.int().optional(),
});

const decision = z.strictObject({
  basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
  label: key,
  finding: z.enum(FINDINGS),
  strength: z.enum(STRENGTHS),
  agreeing: z.array(z.string()),
  dissenting: z.array(z.string()),
});

/** A round, with as much of its rulings as whoever asks may know. */
export const round = z
  .strictObject({
    round: z.int(),
    purpose: z.enum(['full', 'confirm']),
    reviewers: z.array(z.string()),
    quorum: z.int(),
    agreement: z.enum(['unanimous', 'majority']),
    blind: z.boolean(),
    evidenceSet: z.int(),
    claimRevision: z.int(),
    scale: z.strictObject({ scaleId: key, version: z.int(), labels: z.array(label) }),
    openedAt: instant,
    rulingsIn: z.int(),
    rulingsExpected: z.int(),
    rulings: z.array(ruling),
    sealed: z.array(sealedRuling),
    revealedAt: instant.optional(),
    disagreement: z.array(z.strictObject({ label: key, count: z.int() })).optional(),
    decision: decision.optional(),
  })
  .meta({ id: 'CheckRound' });

export type CheckRound = z.infer<typeof round>;
