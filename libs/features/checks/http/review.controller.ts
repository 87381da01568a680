import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type { AmendRuling, OpenRound, SubmitRuling } from '../domain/review.commands.js';
import { amendRulingBody, openRoundBody, submitRulingBody } from './review.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class ReviewController {
  constructor(private readonly commands: CommandBus) {}

  /** Has named reviewers rule, on the evidence, scale and policy of this moment. */
  @CommandRoute(':checkId/open-round', { versioned: true })
  openRound(
    @Param('checkId', checkId) id: string,
    @Body({ schema: openRoundBody }) data: DataOf<OpenRound>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'OpenRound', id, data, ...envelope }, expectedVersion));
  }

  /** Rules on the claim. Sealed until the round is revealed. */
  @CommandRoute(':checkId/submit-ruling')
  submitRuling(
    @Param('checkId', checkId) id: string,
    @Body({ schema: submitRulingBody }) data: DataOf<SubmitRuling>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'SubmitRuling', id, data, ...envelope }, expectedVersion));
  }

  /** Changes one’s own ruling; its earlier entries are kept. */
  @CommandRoute(':checkId/amend-ruling')
  amendRuling(
    @Param('checkId', checkId) id: string,
    @Body({ schema: amendRulingBody }) data: DataOf<AmendRuling>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'AmendRuling', id, data, ...envelope }, expectedVersion));
  }
}
