import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  AcceptAssignment,
  AmendRuling,
  ApproveVerdict,
  DeclineAssignment,
  DraftVerdict,
  LinkEvidence,
  OfferAssignment,
  OpenCheck,
  OpenRound,
  PublishVerdict,
  SubmitForReview,
  SubmitRuling,
} from '../domain/check.commands.js';
import {
  acceptAssignmentBody,
  declineAssignmentBody,
  offerAssignmentBody,
  openCheckBody,
} from './assignments.bodies.js';
import { linkEvidenceBody, submitForReviewBody } from './research.bodies.js';
import { amendRulingBody, openRoundBody, submitRulingBody } from './review.bodies.js';
import { approveVerdictBody, draftVerdictBody, publishVerdictBody } from './verdict.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class ChecksController {
  constructor(private readonly commands: CommandBus) {}

  /** Opens the case of one accepted claim, whose id it takes. */
  @CommandRoute(':checkId/open-check', { creates: true })
  openCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: openCheckBody }) data: DataOf<OpenCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'OpenCheck', id, data, ...envelope }, expectedVersion));
  }

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
