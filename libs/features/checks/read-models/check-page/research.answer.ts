import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_STATUSES } from '#features/evidence';
import { FINDINGS } from '#features/standards';
import { instant, key, party } from '#platform/http';
import { NATURES, STANCES, STRENGTHS } from '../../domain/check.state.js';

const assessment = z
  .strictObject({
    evidenceSet: z.int().describe('The number of the evidence set that it made.'),
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    weight: z.enum(STRENGTHS),
    originGroup: key,
    note: z.string().optional(),
    reason: z.string().optional().describe('Why it was weighed anew.'),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'LinkAssessment' });

/** A link as it is weighed now, or was last. */
export const link = z
  .strictObject({
    linkId: z.string(),
    evidenceId: z.string(),
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    weight: z.enum(STRENGTHS),
    originGroup: key,
    evidenceSet: z.int(),
    quote: z.string().optional(),
    locator: z.string().optional(),
    note: z.string().optional(),
    linkedBy: z.string(),
    assessments: z.array(assessment).describe('Its first form and each reassessment, the oldest first.'),
    unlinked: z
      .strictObject({ evidenceSet: z.int(), reason: z.string().optional(), by: z.string(), at: instant })
      .optional()
      .describe('It is in no evidence set from this one on.'),
    evidence: z
      .strictObject({
        isRestricted: z.boolean(),
        kind: z.enum(EVIDENCE_KINDS).optional(),
        title: z.string().optional(),
        url: z.string().optional(),
        publisher: party.optional(),
        status: z.enum(EVIDENCE_STATUSES),
        sha256: z.string().optional().describe('Of the desk’s own copy.'),
      })
      .optional()
      .describe('Where it is restricted, those who are not named see no more than that it is there.'),
  })
  .meta({ id: 'CheckLink' });

export const evidenceSet = z
  .strictObject({
    evidenceSet: z.int(),
    linkIds: z.array(z.string()).describe('All that are in it.'),
    change: z.enum(['linked', 'reassessed', 'unlinked']),
    linkId: z.string().describe('The one that changed.'),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'EvidenceSet' });

/** On whom the links rest, before anybody drafts a verdict. */
export const sources = z
  .strictObject({
    originGroups: z.array(key),
    needed: z.int().describe('So many independent groups the policy asks for.'),
    byFinding: z.array(
      z.strictObject({
        finding: z.enum(FINDINGS),
        independentGroups: z.array(key),
        isEnough: z.boolean().describe('An approval of this finding would need no waiver for its sources.'),
      }),
    ),
  })
  .meta({ id: 'CheckSources' });

export const question = z
  .strictObject({
    questionId: z.string(),
    text: z.string(),
    status: z.enum(['open', 'answered', 'withdrawn']),
    askedBy: z.string(),
    askedAt: instant,
    answer: z.string().optional(),
    linkIds: z.array(z.string()).optional().describe('On what the answer rests.'),
    reason: z.string().optional().describe('Why it was withdrawn.'),
    settledBy: z.string().optional(),
    settledAt: instant.optional(),
  })
  .meta({ id: 'CheckQuestion' });

export type CheckLink = z.infer<typeof link>;
export type CheckEvidenceSet = z.infer<typeof evidenceSet>;
export type CheckSources = z.infer<typeof sources>;
export type CheckQuestion = z.infer<typeof question>;
