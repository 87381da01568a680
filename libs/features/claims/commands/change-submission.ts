import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, FactReaders, Receipt } from '#kernel';
import { activePolicy, policyStream } from '#features/standards';
import { Streams, refTo } from '#platform/event-store';
import type { SubmissionCommand } from '../domain/submission.commands.js';
import type { SubmissionState } from '../domain/submission.state.js';
import { submissionStream } from '../domain/submission.stream.js';

/** One command for one submission, as the bus carries it. */
export class ChangeSubmission extends Command<Receipt> {
  constructor(
    readonly command: Asked<SubmissionCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

/** Triage goes by the version of this one that is active, whatever policy a check is opened under. */
const TRIAGE_POLICY = 'default';

@CommandHandler(ChangeSubmission)
export class ChangeSubmissionHandler implements ICommandHandler<ChangeSubmission> {
  private readonly readers: FactReaders<SubmissionState, SubmissionCommand> = {
    RegisterSubmission: async ({ deskId }) => {
      const found = await this.streams.readTogether(deskId, [refTo(policyStream, TRIAGE_POLICY)]);
      return { policy: activePolicy(TRIAGE_POLICY, found.stateOf(policyStream, TRIAGE_POLICY)) };
    },

    MarkDuplicate: async ({ deskId, data: { ofSubmissionId } }) => {
      const found = await this.streams.readTogether(deskId, [refTo(submissionStream, ofSubmissionId)]);
      return { isTargetThere: found.stateOf(submissionStream, ofSubmissionId) !== undefined };
    },
  };

  constructor(private readonly streams: Streams) {}

  execute({ command, expectedVersion }: ChangeSubmission): Promise<Receipt> {
    return this.streams.decide(submissionStream, { command, readers: this.readers, expectedVersion });
  }
}
