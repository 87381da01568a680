import { z } from 'zod';
import type { DataOf } from '#kernel';
import { contact, documentText, fuzzyDate, language, party, text, url } from '#platform/http';
import type { RegisterSubmission } from '../domain/submission.commands.js';
import { SUBMISSION_KINDS } from '../domain/submission.state.js';

// Form only. What depends on history is the decider's.

export const MAX_TEXT = 200_000;

export const registerSubmissionBody = z
  .strictObject({
    kind: z.enum(SUBMISSION_KINDS),
    text: documentText(MAX_TEXT).describe('Kept exactly as it is, but for line ends: spans count its code points.'),
    title: text(300).optional(),
    language,
    sourceUrl: url.optional(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    externalKey: text(500)
      .optional()
      .describe('What the source calls it: an import is known by it when it comes again.'),
    contact: contact.optional().describe('How to reach who sent it. Kept apart, and erased on request.'),
  })
  .meta({ id: 'RegisterSubmission' }) satisfies z.ZodType<DataOf<RegisterSubmission>>;
