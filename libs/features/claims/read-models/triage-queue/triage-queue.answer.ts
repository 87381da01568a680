import { z } from 'zod';
import { instant, listOf, party } from '#platform/http';
import { SUBMISSION_KINDS } from '../../domain/submission.state.js';

/** A submission that waits for triage. */
export const triageLine = z
  .strictObject({
    submissionId: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    language: z.string(),
    title: z.string().optional(),
    publisher: party.optional(),
    beginning: z.string().describe('The first 200 characters of its text.'),
    length: z.int().describe('Of its text, in characters.'),
    revision: z.int(),
    receivedAt: instant,
    dueAt: instant,
    overdue: z.boolean().describe('At the moment of the answer.'),
    demand: z.int().describe('How often it came in: itself, and what was marked as a duplicate of it.'),
    textNotes: z.int().describe('On its newest revision.'),
    openProposals: z.int().describe('Claims proposed from it on which nobody has decided.'),
  })
  .meta({ id: 'TriageLine' });

export const triageQueue = listOf(triageLine).meta({ id: 'TriageQueue' });

export type TriageLine = z.infer<typeof triageLine>;
export type TriageQueue = z.infer<typeof triageQueue>;
