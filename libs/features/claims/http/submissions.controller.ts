import type { Readable } from 'node:stream';
import { Body, Controller, Headers, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import type { DataOf, Envelope, Receipt } from '#kernel';
import {
  BatchRoute,
  CommandEnvelope,
  CommandRoute,
  FileStream,
  IfMatch,
  QueryRoute,
  Viewer,
  uuid,
} from '#platform/http';
import type { Session } from '#platform/http';
import { ChangeSubmission } from '../commands/change-submission.js';
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
import { submissionPage } from '../read-models/submission-page/submission-page.answer.js';
import type { SubmissionPage } from '../read-models/submission-page/submission-page.answer.js';
import { GetSubmission } from '../read-models/submission-page/submission-page.query.js';
import { triageQueue } from '../read-models/triage-queue/triage-queue.answer.js';
import type { TriageQueue } from '../read-models/triage-queue/triage-queue.answer.js';
import { GetTriageQueue } from '../read-models/triage-queue/triage-queue.query.js';
import { importReport } from './import/import-report.js';
import type { ImportReport } from './import/import-report.js';
import { CSV_TYPES, FEED_TYPES, SubmissionImport } from './import/import-submissions.js';
import {
  anchorDatesBody,
  attachSnapshotBody,
  completeTriageBody,
  declineSubmissionBody,
  eraseSubmissionContactBody,
  importQuery,
  markDuplicateBody,
  markResidueBody,
  recordTextNotesBody,
  registerSubmissionBody,
  resolveDateBody,
  restoreSubmissionBody,
  triageQuery,
} from './submissions.bodies.js';

const NEW_OR_IMPORTED = /^.{14}[57]/;
const newSubmissionId = {
  schema: uuid.regex(NEW_OR_IMPORTED, 'A UUIDv7; of an import, the UUIDv5 of its external key.'),
};
const submissionId = { schema: uuid };

@Controller('submissions')
export class SubmissionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly imports: SubmissionImport,
  ) {}

  @QueryRoute('', { answer: triageQueue, reads: 'triage-queue' })
  @ApiOperation({
    summary: 'GetTriageQueue',
    description: 'For: editor, approver. What waits for triage, by when it is due.',
  })
  triageQueue(
    @Viewer() viewer: Session,
    @Query({ schema: triageQuery }) filters: z.infer<typeof triageQuery>,
  ): Promise<TriageQueue> {
    return this.queries.execute(new GetTriageQueue(viewer, filters));
  }

  @QueryRoute(':submissionId', { answer: submissionPage })
  @ApiOperation({
    summary: 'GetSubmission',
    description: 'For: editor, reviewer, approver, auditor. Its texts, what was noticed in them, what became of it.',
  })
  submission(@Viewer() viewer: Session, @Param('submissionId', submissionId) id: string): Promise<SubmissionPage> {
    return this.queries.execute(new GetSubmission(viewer, id));
  }

  @ApiOperation({
    summary: 'Takes in a file: CSV whose first row names its columns, or a feed in RSS or Atom',
    description:
      'For: editor, reviewer, approver. A row is known by its external key when it comes again: with another text it is a revision.',
  })
  @BatchRoute('import', { answer: importReport, mediaTypes: [...CSV_TYPES, ...FEED_TYPES] })
  importSubmissions(
    @FileStream() content: Readable,
    @Headers('content-type') contentType: string | undefined,
    @Query({ schema: importQuery }) { language }: z.infer<typeof importQuery>,
    @CommandEnvelope() envelope: Envelope,
  ): Promise<ImportReport> {
    return this.imports.run({ content, contentType, language }, envelope);
  }

  /** Takes in an article, a tip, an import or an item of a feed. An import may come again, with another text. */
  @CommandRoute(':submissionId/register-submission', { creates: true })
  registerSubmission(
    @Param('submissionId', newSubmissionId) id: string,
    @Body({ schema: registerSubmissionBody }) data: DataOf<RegisterSubmission>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'RegisterSubmission', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Notes what somebody noticed in the text. It decides nothing. */
  @CommandRoute(':submissionId/record-text-notes')
  recordTextNotes(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: recordTextNotesBody }) data: DataOf<RecordTextNotes>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'RecordTextNotes', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Marks the parts of the newest text that are page furniture: no claim is taken from them. */
  @CommandRoute(':submissionId/mark-residue')
  markResidue(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: markResidueBody }) data: DataOf<MarkResidue>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeSubmission({ type: 'MarkResidue', id, data, ...envelope }, expectedVersion));
  }

  /** Says from which day the relative dates of the text count. */
  @CommandRoute(':submissionId/anchor-dates')
  anchorDates(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: anchorDatesBody }) data: DataOf<AnchorDates>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeSubmission({ type: 'AnchorDates', id, data, ...envelope }, expectedVersion));
  }

  /** Says which date certain words mean, in place of the one that follows from the anchor. */
  @CommandRoute(':submissionId/resolve-date')
  resolveDate(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: resolveDateBody }) data: DataOf<ResolveDate>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeSubmission({ type: 'ResolveDate', id, data, ...envelope }, expectedVersion));
  }

  /** Names evidence that shows the submission as it was published. */
  @CommandRoute(':submissionId/attach-snapshot')
  attachSnapshot(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: attachSnapshotBody }) data: DataOf<AttachSnapshot>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'AttachSnapshot', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Ends triage: what there was to propose is proposed. */
  @CommandRoute(':submissionId/complete-triage')
  completeTriage(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: completeTriageBody }) data: DataOf<CompleteTriage>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'CompleteTriage', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Turns it down. It may be restored, with a reason. */
  @CommandRoute(':submissionId/decline-submission')
  declineSubmission(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: declineSubmissionBody }) data: DataOf<DeclineSubmission>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'DeclineSubmission', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Says that another submission is the same. */
  @CommandRoute(':submissionId/mark-duplicate')
  markDuplicate(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: markDuplicateBody }) data: DataOf<MarkDuplicate>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'MarkDuplicate', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Takes back that it was declined or marked as a duplicate: it waits for triage again. */
  @CommandRoute(':submissionId/restore-submission')
  restoreSubmission(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: restoreSubmissionBody }) data: DataOf<RestoreSubmission>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'RestoreSubmission', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Erases how to reach who sent it, for good. */
  @CommandRoute(':submissionId/erase-submission-contact')
  eraseSubmissionContact(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: eraseSubmissionContactBody }) data: DataOf<EraseSubmissionContact>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'EraseSubmissionContact', id, data, ...envelope }, expectedVersion),
    );
  }
}
