import { z } from 'zod';
import type { DataOf } from '#kernel';
import { FINDINGS } from '#features/standards';
import { id, reason, text, uuid } from '#platform/http';
import type {
  AnswerQuestion,
  AskQuestion,
  LinkEvidence,
  ReassessEvidence,
  SubmitForReview,
  UnlinkEvidence,
  WithdrawQuestion,
} from '../domain/research.commands.js';
import { NATURES, STANCES, STRENGTHS } from '../domain/check.state.js';

// Form only. What depends on history is the decider's.

const nature = z.enum(NATURES).describe('What it can prove. A bare assertion or denial is `assertion`.');

export const linkEvidenceBody = z
  .strictObject({
    linkId: id,
    evidenceId: uuid,
    stance: z.enum(STANCES),
    nature,
    weight: z.enum(STRENGTHS),
    quote: text(2000).optional(),
    locator: text(300).optional().describe('Where in the source: page, minute, paragraph.'),
    note: text(2000).optional(),
  })
  .meta({ id: 'LinkEvidence' }) satisfies z.ZodType<DataOf<LinkEvidence>>;

export const reassessEvidenceBody = z
  .strictObject({
    linkId: uuid,
    stance: z.enum(STANCES),
    nature,
    weight: z.enum(STRENGTHS),
    note: text(2000).optional().describe('Left out, the note stays as it is.'),
    reason,
  })
  .meta({ id: 'ReassessEvidence' }) satisfies z.ZodType<DataOf<ReassessEvidence>>;

export const unlinkEvidenceBody = z
  .strictObject({ linkId: uuid, reason })
  .meta({ id: 'UnlinkEvidence' }) satisfies z.ZodType<DataOf<UnlinkEvidence>>;

export const askQuestionBody = z
  .strictObject({ questionId: id, text: text(1000) })
  .meta({ id: 'AskQuestion' }) satisfies z.ZodType<DataOf<AskQuestion>>;

export const answerQuestionBody = z
  .strictObject({
    questionId: uuid,
    answer: text(4000),
    linkIds: z.array(uuid).max(500).describe('What the answer rests on; none if nothing was found.'),
  })
  .meta({ id: 'AnswerQuestion' }) satisfies z.ZodType<DataOf<AnswerQuestion>>;

export const withdrawQuestionBody = z
  .strictObject({ questionId: uuid, reason })
  .meta({ id: 'WithdrawQuestion' }) satisfies z.ZodType<DataOf<WithdrawQuestion>>;

export const submitForReviewBody = z
  .strictObject({
    proposal: z.strictObject({
      finding: z.enum(FINDINGS),
      strength: z.enum(STRENGTHS),
      rationale: text(10_000),
    }),
  })
  .meta({ id: 'SubmitForReview' }) satisfies z.ZodType<DataOf<SubmitForReview>>;
