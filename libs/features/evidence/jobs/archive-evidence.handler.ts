import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { stateOf } from '#kernel';
import type { PayloadOf } from '#kernel';
import { Streams, refTo } from '#platform/event-store';
import { FileStore } from '#platform/file-store';
import { FinalFailure, JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { CaptureFailed, WebArchive } from '#platform/web-archive';
import { ChangeEvidence } from '../commands/change-evidence.js';
import type { Capture } from '../domain/evidence.state.js';
import { evidenceStream } from '../domain/evidence.stream.js';
import { archiveEvidence } from './archive-evidence.job.js';
import { FileLost, copyOf } from './copies.js';

type Payload = PayloadOf<typeof archiveEvidence>;

const MAX_DETAIL = 500;

/** Makes the desk's own copy of a source, and says what came of it in an event. */
@Injectable()
export class ArchiveEvidence extends JobHandler<typeof archiveEvidence> {
  readonly job = archiveEvidence;

  constructor(
    private readonly files: FileStore,
    private readonly web: WebArchive,
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {
    super();
  }

  async run({ evidenceId, archiveRun }: Payload, envelopeFor: EnvelopeFor): Promise<void> {
    const envelope = envelopeFor('RecordArchive', refTo(evidenceStream, evidenceId));
    const capture = await this.awaited(envelope.deskId, evidenceId, archiveRun);
    if (capture === undefined) return;
    const data = { archiveRun, ...(await copyOf(capture, { files: this.files, web: this.web }).catch(failForGood)) };
    await this.commands.execute(new ChangeEvidence({ type: 'RecordArchive', id: evidenceId, data, ...envelope }));
  }

  override async giveUp(
    { evidenceId, archiveRun }: Payload,
    envelopeFor: EnvelopeFor,
    error: Error,
    attempts: number,
  ): Promise<void> {
    const envelope = envelopeFor('RecordArchiveFailure', refTo(evidenceStream, evidenceId));
    const data = { archiveRun, attempts, ...causeOf(error) };
    await this.commands.execute(
      new ChangeEvidence({ type: 'RecordArchiveFailure', id: evidenceId, data, ...envelope }),
    );
  }

  /** What is to be copied; `undefined` if nobody waits for this run any more. */
  private async awaited(deskId: number, evidenceId: string, archiveRun: number): Promise<Capture | undefined> {
    const events = await this.streams.eventsOf(evidenceStream, deskId, evidenceId);
    const state = stateOf(evidenceStream.decider, events);
    if (state.status !== 'capturing' || state.archiveRun !== archiveRun) return undefined;
    return events.find((event) => event.type === 'EvidenceCaptured')?.data;
  }
}

/** What would be the same the next time is not tried again. */
const failForGood = (error: unknown): never => {
  if (error instanceof CaptureFailed && error.isFinal) throw new FinalFailure(error.message, { cause: error });
  throw error;
};

/** In words that may be stored for ever: of an error that nobody foresaw, none of its own. */
const causeOf = (error: Error): { readonly code: string; readonly detail: string } => {
  const known = error instanceof FinalFailure && error.cause instanceof Error ? error.cause : error;
  if (known instanceof CaptureFailed || known instanceof FileLost)
    return { code: known.code, detail: known.message.slice(0, MAX_DETAIL) };
  return { code: 'failed', detail: 'The copy could not be made or kept.' };
};
