import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { SubmissionCommand } from '../domain/submission.commands.js';
import { submissionStream } from '../domain/submission.stream.js';
import { SubmissionFactReaders } from './submission.facts.js';

/** One command for one submission, as the bus carries it. */
export class ChangeSubmission extends Command<Receipt> {
  constructor(
    readonly command: Asked<SubmissionCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeSubmission)
export class ChangeSubmissionHandler implements ICommandHandler<ChangeSubmission> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: SubmissionFactReaders,
  ) {}

  execute({ command, expectedVersion }: ChangeSubmission): Promise<Receipt> {
    return this.streams.decide(submissionStream, { command, readers: this.facts.readers, expectedVersion });
  }
}
