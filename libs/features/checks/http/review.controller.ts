import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  AmendRuling,
  CloseRound,
  EndReconciliation,
  OpenRound,
  RecordTieBreak,
  SubmitRuling,
  WithdrawRuling,
} from '../domain/review.commands.js';
import {
  amendRulingBody,
  closeRoundBody,
  endReconciliationBody,
  openRoundBody,
  recordTieBreakBody,
  submitRulingBody,
  withdrawRulingBody,
} from './review.bodies.js';

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

  /** Takes one’s own ruling back while the round is sealed. It is kept, and another one can be made. */
  @CommandRoute(':checkId/withdraw-ruling')
  withdrawRuling(
    @Param('checkId', checkId) id: string,
    @Body({ schema: withdrawRulingBody }) data: DataOf<WithdrawRuling>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'WithdrawRuling', id, data, ...envelope }, expectedVersion));
  }

  /** Ends the time in which the reviewers may still agree, so that somebody breaks the tie. */
  @CommandRoute(':checkId/end-reconciliation')
  endReconciliation(
    @Param('checkId', checkId) id: string,
    @Body({ schema: endReconciliationBody }) data: DataOf<EndReconciliation>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeCheck({ type: 'EndReconciliation', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Decides between the rulings, with an answer to each of them, or finds no consensus. */
  @CommandRoute(':checkId/record-tie-break', { versioned: true })
  recordTieBreak(
    @Param('checkId', checkId) id: string,
    @Body({ schema: recordTieBreakBody }) data: DataOf<RecordTieBreak>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'RecordTieBreak', id, data, ...envelope }, expectedVersion));
  }

  /** Closes a round in which nobody could decide: the evidence is in conflict. */
  @CommandRoute(':checkId/close-round', { versioned: true })
  closeRound(
    @Param('checkId', checkId) id: string,
    @Body({ schema: closeRoundBody }) data: DataOf<CloseRound>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'CloseRound', id, data, ...envelope }, expectedVersion));
  }
}
