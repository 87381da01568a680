import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, id as newId, uuid } from '#platform/http';
import { ChangeClaim } from '../commands/change-claim.js';
import type {
  AcceptClaim,
  AttributeClaim,
  ClassifyCheckability,
  NormaliseClaim,
  ProposeClaim,
  RejectProposal,
  SetClaimSeverity,
  SetClaimTopics,
} from '../domain/claim.commands.js';
import {
  acceptClaimBody,
  attributeClaimBody,
  classifyCheckabilityBody,
  normaliseClaimBody,
  proposeClaimBody,
  rejectProposalBody,
  setClaimSeverityBody,
  setClaimTopicsBody,
} from './claims.bodies.js';

const claimId = { schema: uuid };
const newClaimId = { schema: newId };

/** What a claim says, and what the desk makes of it. */
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

  /** Words the claim anew. That is a new revision of it. */
  @CommandRoute(':claimId/normalise-claim')
  normaliseClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: normaliseClaimBody }) data: DataOf<NormaliseClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'NormaliseClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Says anew who asserted it when, and through whom it reached us: all of it. That is a new revision. */
  @CommandRoute(':claimId/attribute-claim')
  attributeClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: attributeClaimBody }) data: DataOf<AttributeClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'AttributeClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Says anew whether and how it can be checked. That is a new revision. */
  @CommandRoute(':claimId/classify-checkability')
  classifyCheckability(
    @Param('claimId', claimId) id: string,
    @Body({ schema: classifyCheckabilityBody }) data: DataOf<ClassifyCheckability>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeClaim({ type: 'ClassifyCheckability', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Says anew how much harm it does if it is false. An open check keeps its own. */
  @CommandRoute(':claimId/set-claim-severity')
  setClaimSeverity(
    @Param('claimId', claimId) id: string,
    @Body({ schema: setClaimSeverityBody }) data: DataOf<SetClaimSeverity>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'SetClaimSeverity', id, data, ...envelope }, expectedVersion));
  }

  /** Says anew what it is about. */
  @CommandRoute(':claimId/set-claim-topics')
  setClaimTopics(
    @Param('claimId', claimId) id: string,
    @Body({ schema: setClaimTopicsBody }) data: DataOf<SetClaimTopics>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'SetClaimTopics', id, data, ...envelope }, expectedVersion));
  }
}
