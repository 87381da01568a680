import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PayloadOf, Recorded } from '#kernel';
import { derivedId } from '#platform/commands';
import { Streams, refTo } from '#platform/event-store';
import { JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { ChangeSubmission } from '../commands/change-submission.js';
import type { SubmissionEvent, SubmissionRegistered, SubmissionRevised } from '../domain/submission.events.js';
import { submissionStream } from '../domain/submission.stream.js';
import { ANALYSER, analyseText } from '../domain/text-notes/analyse-text.js';
import type { TextNote } from '../domain/text-notes/text-note.js';
import { analyseSubmission } from './analyse-submission.job.js';

type Payload = PayloadOf<typeof analyseSubmission>;

/** Notes what a program notices in one revision of a text. That it found nothing is on record too. */
@Injectable()
export class AnalyseSubmission extends JobHandler<typeof analyseSubmission> {
  readonly job = analyseSubmission;

  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {
    super();
  }

  async run({ submissionId, revision }: Payload, envelopeFor: EnvelopeFor): Promise<void> {
    const envelope = envelopeFor('RecordTextNotes', refTo(submissionStream, submissionId));
    const events = await this.streams.eventsOf(submissionStream, envelope.deskId, submissionId);
    const notes = notesOn(events, revision);
    if (notes === undefined) return;
    const data = { revision, by: ANALYSER, notes };
    await this.commands.execute(new ChangeSubmission({ type: 'RecordTextNotes', id: submissionId, data, ...envelope }));
  }
}

/** Ids follow from the text and what is noticed, so that a second run says the very same. */
const notesOn = (events: readonly Recorded<SubmissionEvent>[], revision: number): readonly TextNote[] | undefined => {
  const registered = events.find((event) => event.type === 'SubmissionRegistered');
  const source = events.find((event) => isText(event) && event.data.revision === revision);
  if (registered === undefined || source === undefined || !isText(source)) return undefined;
  return analyseText(source.data.text, registered.data.language).map((notice) => {
    const name = [registered.stream, revision, ANALYSER.tool, ANALYSER.version, notice.kind, notice.spans[0]?.start];
    return { ...notice, noteId: derivedId(source.recordedAt, name.join('/')) };
  });
};

const isText = (event: SubmissionEvent): event is SubmissionRegistered | SubmissionRevised =>
  event.type === 'SubmissionRegistered' || event.type === 'SubmissionRevised';
