import type { Projection } from '#platform/subscriptions';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { codePointsOf } from '../../domain/spans.js';
import type { SubmissionEvent } from '../../domain/submission.events.js';
import { OpenProposalRow, TriageQueueRow } from './triage-queue.table.js';

/** So much of a text is read at a glance. */
const BEGINNING = 200;

/** Every submission, so that one which is restored is in the queue again; the query shows those that wait. */
export const triageQueueProjection: Projection<SubmissionEvent | ClaimEvent> = {
  name: 'triage-queue',
  build: 1,
  tables: [TriageQueueRow, OpenProposalRow],
  on: {
    SubmissionRegistered: ({ deskId, id, recordedAt, data }, rows) =>
      rows.insert(TriageQueueRow, {
        deskId,
        submissionId: id,
        kind: data.kind,
        language: data.language,
        title: data.title ?? null,
        publisher: data.publisher ?? null,
        beginning: beginningOf(data.text),
        length: data.length,
        revision: 1,
        status: 'received',
        receivedAt: recordedAt,
        triageDueAt: data.triageDueAt,
        textNotes: 0,
        duplicateOf: null,
      }),
    SubmissionRevised: ({ deskId, id, data: { revision, text, length } }, rows) =>
      rows.update(
        TriageQueueRow,
        { deskId, submissionId: id },
        { revision, length, beginning: beginningOf(text), textNotes: 0 },
      ),
    TextNotesRecorded: ({ deskId, id, data: { revision, notes } }, rows) =>
      rows.increment(TriageQueueRow, { deskId, submissionId: id, revision }, 'textNotes', notes.length),

    SubmissionTriaged: ({ deskId, id }, rows) =>
      rows.update(TriageQueueRow, { deskId, submissionId: id }, { status: 'triaged' }),
    SubmissionDeclined: ({ deskId, id }, rows) =>
      rows.update(TriageQueueRow, { deskId, submissionId: id }, { status: 'declined' }),
    SubmissionMarkedDuplicate: ({ deskId, id, data: { ofSubmissionId } }, rows) =>
      rows.update(TriageQueueRow, { deskId, submissionId: id }, { status: 'duplicate', duplicateOf: ofSubmissionId }),
    SubmissionRestored: ({ deskId, id }, rows) =>
      rows.update(TriageQueueRow, { deskId, submissionId: id }, { status: 'received', duplicateOf: null }),

    ClaimProposed: ({ deskId, id, data: { submissionId } }, rows) =>
      rows.insert(OpenProposalRow, { deskId, claimId: id, submissionId }),
    ClaimAccepted: ({ deskId, id }, rows) => rows.delete(OpenProposalRow, { deskId, claimId: id }),
    ClaimProposalRejected: ({ deskId, id }, rows) => rows.delete(OpenProposalRow, { deskId, claimId: id }),
  },
};

const beginningOf = (text: string): string =>
  codePointsOf(text.slice(0, 2 * BEGINNING))
    .slice(0, BEGINNING)
    .join('');
