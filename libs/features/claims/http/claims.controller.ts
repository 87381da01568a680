import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, id as newId, uuid } from '#platform/http';
import { ChangeClaim } from '../commands/change-claim.js';
import type { AcceptClaim, AddAppearance, LinkClaim, ProposeClaim, RejectProposal } from '../domain/claim.commands.js';
import {
  acceptClaimBody,
  addAppearanceBody,
  linkClaimBody,
  proposeClaimBody,
  rejectProposalBody,
} from './claims.bodies.js';

const claimId = { schema: uuid };
const newClaimId = { schema: newId };

@Controller('claims')
export class ClaimsController {
  constructor(private readonly commands: CommandBus) {}

  /** Marks an assertion in a submission’s text, word by word, and says who asserted it. */
  @CommandRoute(':claimId/propose-claim', { creates: true })
  proposeClaim(
    @Param('claimId', newClaimId) id: string,
    @Body({ schema: proposeClaimBody }) data: DataOf<ProposeClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'ProposeClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Takes the claim up, and says whether and how it can be checked. */
  @CommandRoute(':claimId/accept-claim')
  acceptClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: acceptClaimBody }) data: DataOf<AcceptClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'AcceptClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Turns the proposal down. It may still be accepted, with a reason. */
  @CommandRoute(':claimId/reject-proposal')
  rejectProposal(
    @Param('claimId', claimId) id: string,
    @Body({ schema: rejectProposalBody }) data: DataOf<RejectProposal>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'RejectProposal', id, data, ...envelope }, expectedVersion));
  }

  /** Says how it stands to another claim. */
  @CommandRoute(':claimId/link-claim')
  linkClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: linkClaimBody }) data: DataOf<LinkClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'LinkClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Names a work in which the claim occurs. */
  @CommandRoute(':claimId/add-appearance')
  addAppearance(
    @Param('claimId', claimId) id: string,
    @Body({ schema: addAppearanceBody }) data: DataOf<AddAppearance>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'AddAppearance', id, data, ...envelope }, expectedVersion));
  }
}
