import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type { LinkEvidence, SubmitForReview } from '../domain/research.commands.js';
import { linkEvidenceBody, submitForReviewBody } from './research.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class ResearchController {
  constructor(private readonly commands: CommandBus) {}

  /** Uses a piece of evidence in this check. */
  @CommandRoute(':checkId/link-evidence')
  linkEvidence(
    @Param('checkId', checkId) id: string,
    @Body({ schema: linkEvidenceBody }) data: DataOf<LinkEvidence>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'LinkEvidence', id, data, ...envelope }, expectedVersion));
  }

  /** Closes the research with a proposal, which the reviewers do not see before they have ruled. */
  @CommandRoute(':checkId/submit-for-review')
  submitForReview(
    @Param('checkId', checkId) id: string,
    @Body({ schema: submitForReviewBody }) data: DataOf<SubmitForReview>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'SubmitForReview', id, data, ...envelope }, expectedVersion));
  }
}
