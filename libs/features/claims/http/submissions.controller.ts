import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeSubmission } from '../commands/change-submission.js';
import type { RegisterSubmission } from '../domain/submission.commands.js';
import { registerSubmissionBody } from './submissions.bodies.js';

const NEW_OR_IMPORTED = /^.{14}[57]/;
const submissionId = {
  schema: uuid.regex(NEW_OR_IMPORTED, 'A UUIDv7; of an import, the UUIDv5 of its external key.'),
};

@Controller('submissions')
export class SubmissionsController {
  constructor(private readonly commands: CommandBus) {}

  /** Takes in an article, a tip, an import or an item of a feed. An import may come again, with another text. */
  @CommandRoute(':submissionId/register-submission', { creates: true })
  registerSubmission(
    @Param('submissionId', submissionId) id: string,
    @Body({ schema: registerSubmissionBody }) data: DataOf<RegisterSubmission>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeSubmission({ type: 'RegisterSubmission', id, data, ...envelope }, expectedVersion),
    );
  }
}
