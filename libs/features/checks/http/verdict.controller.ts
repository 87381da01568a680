import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  ApproveVerdict,
  CancelSchedule,
  DraftVerdict,
  PublishVerdict,
  RefuseApproval,
  ScheduleVerdict,
  WithdrawApproval,
} from '../domain/verdict.commands.js';
import {
  approveVerdictBody,
  cancelScheduleBody,
  draftVerdictBody,
  publishVerdictBody,
  refuseApprovalBody,
  scheduleVerdictBody,
  withdrawApprovalBody,
} from './verdict.bodies.js';

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

  /** Sends the draft back with a reason: a new one is needed. */
  @CommandRoute(':checkId/refuse-approval')
  refuseApproval(
    @Param('checkId', checkId) id: string,
    @Body({ schema: refuseApprovalBody }) data: DataOf<RefuseApproval>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'RefuseApproval', id, data, ...envelope }, expectedVersion));
  }

  /** Takes the approval back, while no publication is scheduled. */
  @CommandRoute(':checkId/withdraw-approval')
  withdrawApproval(
    @Param('checkId', checkId) id: string,
    @Body({ schema: withdrawApprovalBody }) data: DataOf<WithdrawApproval>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'WithdrawApproval', id, data, ...envelope }, expectedVersion));
  }

  /** Sets when the approved version is published. Every guard is asked again at that time. */
  @CommandRoute(':checkId/schedule-verdict', { versioned: true })
  scheduleVerdict(
    @Param('checkId', checkId) id: string,
    @Body({ schema: scheduleVerdictBody }) data: DataOf<ScheduleVerdict>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ScheduleVerdict', id, data, ...envelope }, expectedVersion));
  }

  /** Ends the schedule: the version stays approved. */
  @CommandRoute(':checkId/cancel-schedule')
  cancelSchedule(
    @Param('checkId', checkId) id: string,
    @Body({ schema: cancelScheduleBody }) data: DataOf<CancelSchedule>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'CancelSchedule', id, data, ...envelope }, expectedVersion));
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
