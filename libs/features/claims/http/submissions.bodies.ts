import { z } from 'zod';
import type { DataOf } from '#kernel';
import {
  contact,
  day,
  documentText,
  fuzzyDate,
  id,
  key,
  language,
  listQuery,
  party,
  reason,
  span,
  text,
  url,
  uuid,
} from '#platform/http';
import type {
  AnchorDates,
  AttachSnapshot,
  CompleteTriage,
  DeclineSubmission,
  EraseSubmissionContact,
  MarkDuplicate,
  MarkResidue,
  RecordTextNotes,
  RegisterSubmission,
  ResolveDate,
  RestoreSubmission,
} from '../domain/submission.commands.js';
import { DECLINE_CODES, SUBMISSION_KINDS } from '../domain/submission.state.js';
import { TEXT_NOTE_KINDS } from '../domain/text-notes/text-note.js';

// Form only. What depends on history is the decider's.

export const MAX_TEXT = 200_000;

const MAX_NOTES = 500;
const MAX_SPANS = 500;

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

const textNote = z
  .strictObject({
    noteId: id,
    kind: z.enum(TEXT_NOTE_KINDS),
    spans: z.array(span).max(MAX_SPANS).describe('In the text of that revision; none: about the text as a whole.'),
    message: text(500),
  })
  .meta({ id: 'TextNote' });

export const recordTextNotesBody = z
  .strictObject({
    revision: z.int().positive(),
    by: z
      .union([z.literal('member'), z.strictObject({ tool: key, version: text(40) })])
      .describe('`member`, or the program that noticed it.'),
    notes: z.array(textNote).min(1).max(MAX_NOTES),
  })
  .meta({ id: 'RecordTextNotes' }) satisfies z.ZodType<DataOf<RecordTextNotes>>;

export const markResidueBody = z
  .strictObject({
    spans: z
      .array(span)
      .max(MAX_SPANS)
      .describe('In the newest text: all of its residue, in place of what was marked before.'),
  })
  .meta({ id: 'MarkResidue' }) satisfies z.ZodType<DataOf<MarkResidue>>;

export const anchorDatesBody = z
  .strictObject({ day: day.describe('The day from which relative dates count.'), basis: text(200) })
  .meta({ id: 'AnchorDates' }) satisfies z.ZodType<DataOf<AnchorDates>>;

export const resolveDateBody = z
  .strictObject({ span: span.describe('Of the words, in the newest text.'), date: fuzzyDate })
  .meta({ id: 'ResolveDate' }) satisfies z.ZodType<DataOf<ResolveDate>>;

export const attachSnapshotBody = z
  .strictObject({ evidenceId: uuid })
  .meta({ id: 'AttachSnapshot' }) satisfies z.ZodType<DataOf<AttachSnapshot>>;

export const completeTriageBody = z.strictObject({}).meta({ id: 'CompleteTriage' }) satisfies z.ZodType<
  DataOf<CompleteTriage>
>;

export const declineSubmissionBody = z
  .strictObject({ code: z.enum(DECLINE_CODES), note: text(500).optional() })
  .meta({ id: 'DeclineSubmission' }) satisfies z.ZodType<DataOf<DeclineSubmission>>;

export const markDuplicateBody = z
  .strictObject({ ofSubmissionId: uuid })
  .meta({ id: 'MarkDuplicate' }) satisfies z.ZodType<DataOf<MarkDuplicate>>;

export const restoreSubmissionBody = z.strictObject({ reason }).meta({ id: 'RestoreSubmission' }) satisfies z.ZodType<
  DataOf<RestoreSubmission>
>;

export const eraseSubmissionContactBody = z
  .strictObject({ ground: text(200).describe('On what ground it is erased.') })
  .meta({ id: 'EraseSubmissionContact' }) satisfies z.ZodType<DataOf<EraseSubmissionContact>>;

export const triageQuery = listQuery.extend({
  kind: z.enum(SUBMISSION_KINDS).optional(),
  language: language.optional(),
  overdue: z
    .literal('true')
    .transform((): true => true)
    .optional(),
});

export const importQuery = z.strictObject({
  language: language.optional().describe('Of rows that say none.'),
});
