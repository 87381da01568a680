import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type { ApproveVerdict, DraftVerdict, PublishVerdict } from '../domain/verdict.commands.js';
import { approveVerdictBody, draftVerdictBody, publishVerdictBody } from './verdict.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class VerdictController {
  constructor(private readonly commands: CommandBus) {}

  /** Proposes the text of the next version, with the rating that the round decided. */
  @CommandRoute(':checkId/draft-verdict')
  draftVerdict(
    @Param('checkId', checkId) id: string,
    @Body({ schema: draftVerdictBody }) data: DataOf<DraftVerdict>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'DraftVerdict', id, data, ...envelope }, expectedVersion));
  }

  /** Signs the draft with this number and hash. */
  @CommandRoute(':checkId/approve-verdict', { versioned: true })
  approveVerdict(
    @Param('checkId', checkId) id: string,
    @Body({ schema: approveVerdictBody }) data: DataOf<ApproveVerdict>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ApproveVerdict', id, data, ...envelope }, expectedVersion));
  }

  /** Publishes the approved version. */
  @CommandRoute(':checkId/publish-verdict', { versioned: true })
  publishVerdict(
    @Param('checkId', checkId) id: string,
    @Body({ schema: publishVerdictBody }) data: DataOf<PublishVerdict>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'PublishVerdict', id, data, ...envelope }, expectedVersion));
  }
}
