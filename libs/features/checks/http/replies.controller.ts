import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type { CloseReplyWindow, RecordReply, RequestReply } from '../domain/replies.commands.js';
import { closeReplyWindowBody, recordReplyBody, requestReplyBody } from './replies.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class RepliesController {
  constructor(private readonly commands: CommandBus) {}

  /** Asks a party for its side, and waits for it until a given time. */
  @CommandRoute(':checkId/request-reply')
  requestReply(
    @Param('checkId', checkId) id: string,
    @Body({ schema: requestReplyBody }) data: DataOf<RequestReply>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'RequestReply', id, data, ...envelope }, expectedVersion));
  }

  /** Takes down what a party has answered, in time or late. */
  @CommandRoute(':checkId/record-reply')
  recordReply(
    @Param('checkId', checkId) id: string,
    @Body({ schema: recordReplyBody }) data: DataOf<RecordReply>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'RecordReply', id, data, ...envelope }, expectedVersion));
  }

  /** Notes that no answer came in time, or that the party will give none. */
  @CommandRoute(':checkId/close-reply-window')
  closeReplyWindow(
    @Param('checkId', checkId) id: string,
    @Body({ schema: closeReplyWindowBody }) data: DataOf<CloseReplyWindow>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'CloseReplyWindow', id, data, ...envelope }, expectedVersion));
  }
}
