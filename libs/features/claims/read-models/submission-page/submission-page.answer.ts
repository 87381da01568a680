import { z } from 'zod';
import { contact, fuzzyDate, instant, party, span } from '#platform/http';
import { DECLINE_CODES, SUBMISSION_KINDS, SUBMISSION_STATUSES } from '../../domain/submission.state.js';
import { TEXT_NOTE_KINDS } from '../../domain/text-notes/text-note.js';

const revision = z
  .strictObject({
    revision: z.int(),
    text: z.string(),
    textHash: z.string().describe('SHA-256 of its UTF-8 bytes.'),
    length: z.int().describe('In characters: spans count them.'),
    receivedAt: instant,
    residue: z.array(span).describe('Parts that are page furniture: no claim is taken from them.'),
  })
  .meta({ id: 'SubmissionRevision' });

const textNote = z
  .strictObject({
    noteId: z.string(),
    revision: z.int(),
    kind: z.enum(TEXT_NOTE_KINDS),
    spans: z.array(span),
    message: z.string(),
    date: fuzzyDate.optional().describe('Of a relative date: as of the newest anchor, or as a member resolved it.'),
    by: z.string().describe('A member, or the service that noticed it.'),
    recordedAt: instant,
  })
  .meta({ id: 'SubmissionNote' });

const declined = z.strictObject({ code: z.enum(DECLINE_CODES), note: z.string().optional() });

/** One submission: its texts, what was noticed in them, and what became of it. */
export const submissionPage = z
  .strictObject({
    submissionId: z.string(),
    version: z.int().describe('Of the submission’s stream.'),
    kind: z.enum(SUBMISSION_KINDS),
    status: z.enum(SUBMISSION_STATUSES),
    title: z.string().optional(),
    language: z.string(),
    sourceUrl: z.string().optional(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    externalKey: z.string().optional(),
    registeredBy: z.string(),
    receivedAt: instant,
    triage: z.strictObject({
      dueAt: instant,
      overdue: z.boolean().describe('It was missed, as its timer recorded.'),
      late: z.boolean().optional().describe('Of one that ended: after its time.'),
    }),
    declined: declined.optional(),
    duplicateOf: z.string().optional(),
    text: z.string().describe('Of the newest revision.'),
    revisions: z.array(revision).describe('The newest last. Earlier ones stay as they were.'),
    notes: z.array(textNote).describe('In the order in which they were recorded.'),
    anchor: z
      .strictObject({ day: z.string(), basis: z.string(), no: z.int() })
      .optional()
      .describe('The day from which relative dates count.'),
    snapshots: z.array(z.string()).describe('Evidence that shows it as it was published.'),
    contact: contact.optional().describe('How to reach who sent it: for editors, until it is erased.'),
  })
  .meta({ id: 'SubmissionPage' });

export type SubmissionPage = z.infer<typeof submissionPage>;
