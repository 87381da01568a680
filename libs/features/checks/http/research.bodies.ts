import { z } from 'zod';
import type { DataOf } from '#kernel';
import { FINDINGS } from '#features/standards';
import { id, text, uuid } from '#platform/http';
import type { LinkEvidence, SubmitForReview } from '../domain/research.commands.js';
import { NATURES, STANCES, STRENGTHS } from '../domain/check.state.js';

// Form only. What depends on history is the decider's.

export const linkEvidenceBody = z
  .strictObject({
    linkId: id,
    evidenceId: uuid,
    stance: z.enum(STANCES),
    nature: z.enum(NATURES).describe('What it can prove. A bare assertion or denial is `assertion`.'),
    weight: z.enum(STRENGTHS),
    quote: text(2000).optional(),
    locator: text(300).optional().describe('Where in the source: page, minute, paragraph.'),
    note: text(2000).optional(),
  })
  .meta({ id: 'LinkEvidence' }) satisfies z.ZodType<DataOf<LinkEvidence>>;

export const submitForReviewBody = z
  .strictObject({
    proposal: z.strictObject({
      finding: z.enum(FINDINGS),
      strength: z.enum(STRENGTHS),
      rationale: text(10_000),
    }),
  })
  .meta({ id: 'SubmitForReview' }) satisfies z.ZodType<DataOf<SubmitForReview>>;
