import { z } from 'zod';
import { FINDINGS } from '#features/standards';
import { instant, key } from '#platform/http';
import { SET_ASIDE_REASONS, STRENGTHS } from '../../domain/check.state.js';

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

export const ruling = z
  .strictObject({
    rulingId: z.string(),
    reviewerId: z.string(),
    entries: z.array(entry),
    withdrawn: z.strictObject({ reason: z.string(), at: instant }).optional().describe('It does not count any more.'),
  })
  .describe('With its first form and each amendment.')
  .meta({ id: 'CheckRuling' });

const sealedRuling = z
  .strictObject({
    rulingId: z.string(),
    reviewerId: z.string(),
    enteredAt: instant,
    withdrawnAt: instant.optional().describe('It does not count any more.'),
  })
  .describe('That it is in, for those who may know whose it is.')
  .meta({ id: 'SealedRuling' });

const label = z.strictObject({
  key,
  text: z.record(z.string(), z.string()),
  definition: z.record(z.string(), z.string()),
  findings: z.array(z.enum(FINDINGS)),
  value: z.int().optional(),
});

const tieBreak = z
  .strictObject({
    rulingId: z.string(),
    tieBreakerId: z.string(),
    answers: z
      .array(z.strictObject({ rulingId: z.string(), text: z.string() }))
      .describe('To the rationale of each ruling.'),
    choice: z
      .strictObject({
        label: key,
        finding: z.enum(FINDINGS),
        strength: z.enum(STRENGTHS),
        linkIds: z.array(z.string()),
      })
      .optional()
      .describe('Absent: none of the opinions carried.'),
    rationale: z.string(),
    enteredAt: instant,
  })
  .meta({ id: 'CheckTieBreak' });

const decision = z.strictObject({
  basis: z.enum(['unanimous', 'majority', 'tie_break', 'no_consensus']),
  label: key,
  finding: z.enum(FINDINGS),
  strength: z.enum(STRENGTHS),
  agreeing: z.array(z.string()),
  dissenting: z.array(z.string()),
  reason: z.string().optional().describe('Why it was closed without a consensus.'),
});

/** A round, with as much of its rulings as whoever asks may know. */
export const round = z
  .strictObject({
    round: z.int(),
    purpose: z.enum(['full', 'confirm']),
    reviewers: z.array(z.string()),
    left: z.array(z.string()).describe('Were in it, and left while it was sealed.'),
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
    setAsideRulingIds: z.array(z.string()).describe('Of those who left, for who may know whose each is.'),
    setAside: z.strictObject({ reason: z.enum(SET_ASIDE_REASONS), at: instant }).optional(),
    revealedAt: instant.optional(),
    disagreement: z.array(z.strictObject({ label: key, count: z.int() })).optional(),
    reconciliationEnded: z.strictObject({ reason: z.string(), at: instant }).optional(),
    tieBreak: tieBreak.optional(),
    deadlock: z.strictObject({ cause: z.enum(['no_consensus', 'unanswered']), at: instant }).optional(),
    decision: decision.optional(),
  })
  .meta({ id: 'CheckRound' });

export type CheckRound = z.infer<typeof round>;
