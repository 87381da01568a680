import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  AcceptAssignment,
  DeclineAssignment,
  OfferAssignment,
  Recuse,
  ReleaseAssignment,
  TransferAssignment,
} from '../domain/assignments.commands.js';
import {
  acceptAssignmentBody,
  declineAssignmentBody,
  offerAssignmentBody,
  recuseBody,
  releaseAssignmentBody,
  transferAssignmentBody,
} from './assignments.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class AssignmentsController {
  constructor(private readonly commands: CommandBus) {}

  /** Asks a member to take a capacity on this check. The offer expires. */
  @CommandRoute(':checkId/offer-assignment')
  offerAssignment(
    @Param('checkId', checkId) id: string,
    @Body({ schema: offerAssignmentBody }) data: DataOf<OfferAssignment>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'OfferAssignment', id, data, ...envelope }, expectedVersion));
  }

  /** Takes the capacity that was offered to oneself. */
  @CommandRoute(':checkId/accept-assignment')
  acceptAssignment(
    @Param('checkId', checkId) id: string,
    @Body({ schema: acceptAssignmentBody }) data: DataOf<AcceptAssignment>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'AcceptAssignment', id, data, ...envelope }, expectedVersion));
  }

  /** Turns down what was offered to oneself. */
  @CommandRoute(':checkId/decline-assignment')
  declineAssignment(
    @Param('checkId', checkId) id: string,
    @Body({ schema: declineAssignmentBody }) data: DataOf<DeclineAssignment>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeCheck({ type: 'DeclineAssignment', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Hands an assignment on to another member, who is asked as by an offer. */
  @CommandRoute(':checkId/transfer-assignment')
  transferAssignment(
    @Param('checkId', checkId) id: string,
    @Body({ schema: transferAssignmentBody }) data: DataOf<TransferAssignment>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeCheck({ type: 'TransferAssignment', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Ends an assignment, or an offer: an editor's or an approver's decision, or one's own. */
  @CommandRoute(':checkId/release-assignment')
  releaseAssignment(
    @Param('checkId', checkId) id: string,
    @Body({ schema: releaseAssignmentBody }) data: DataOf<ReleaseAssignment>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeCheck({ type: 'ReleaseAssignment', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Steps back from this check for ever: one's assignments end, and a round that rests on one's ruling is set aside. */
  @CommandRoute(':checkId/recuse')
  recuse(
    @Param('checkId', checkId) id: string,
    @Body({ schema: recuseBody }) data: DataOf<Recuse>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'Recuse', id, data, ...envelope }, expectedVersion));
  }
}
