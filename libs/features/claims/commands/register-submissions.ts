import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Done, Settled } from '#platform/event-store';
import type { RegisterSubmission } from '../domain/submission.commands.js';
import { submissionStream } from '../domain/submission.stream.js';
import { SubmissionFactReaders } from './submission.facts.js';

/** Registrations at one desk, each for itself: what is refused stops no other. */
export class RegisterSubmissions extends Command<readonly Settled<Done>[]> {
  constructor(readonly commands: readonly Asked<RegisterSubmission>[]) {
    super();
  }
}

@CommandHandler(RegisterSubmissions)
export class RegisterSubmissionsHandler implements ICommandHandler<RegisterSubmissions> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: SubmissionFactReaders,
  ) {}

  execute({ commands }: RegisterSubmissions): Promise<readonly Settled<Done>[]> {
    const readers = this.facts.forMany();
    return this.streams.decideEach(
      submissionStream,
      commands.map((command) => ({ command, readers, expectedVersion: undefined })),
    );
  }
}
