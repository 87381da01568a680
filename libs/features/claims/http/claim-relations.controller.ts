import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeClaim } from '../commands/change-claim.js';
import type {
  AddAppearance,
  AttachSubmission,
  DismissSuggestion,
  LinkClaim,
  MergeClaim,
  RecordQuoteCheck,
  UnlinkClaim,
  UnmergeClaim,
  WithdrawAppearance,
} from '../domain/claim.commands.js';
import {
  addAppearanceBody,
  attachSubmissionBody,
  dismissSuggestionBody,
  linkClaimBody,
  mergeClaimBody,
  recordQuoteCheckBody,
  unlinkClaimBody,
  unmergeClaimBody,
  withdrawAppearanceBody,
} from './claim-relations.bodies.js';

const claimId = { schema: uuid };

/** Where a claim occurs, and how it stands to sources and to other claims. */
@Controller('claims')
export class ClaimRelationsController {
  constructor(private readonly commands: CommandBus) {}

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

  /** Takes back that the claim occurs in a work. */
  @CommandRoute(':claimId/withdraw-appearance')
  withdrawAppearance(
    @Param('claimId', claimId) id: string,
    @Body({ schema: withdrawAppearanceBody }) data: DataOf<WithdrawAppearance>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeClaim({ type: 'WithdrawAppearance', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Says that the claim occurs in another submission too: so many ask for it. */
  @CommandRoute(':claimId/attach-submission')
  attachSubmission(
    @Param('claimId', claimId) id: string,
    @Body({ schema: attachSubmissionBody }) data: DataOf<AttachSubmission>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'AttachSubmission', id, data, ...envelope }, expectedVersion));
  }

  /** Compares the claim’s quote with the words of its source. What comes out is computed. */
  @CommandRoute(':claimId/record-quote-check')
  recordQuoteCheck(
    @Param('claimId', claimId) id: string,
    @Body({ schema: recordQuoteCheckBody }) data: DataOf<RecordQuoteCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'RecordQuoteCheck', id, data, ...envelope }, expectedVersion));
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

  /** Takes back one link that leads from this claim. */
  @CommandRoute(':claimId/unlink-claim')
  unlinkClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: unlinkClaimBody }) data: DataOf<UnlinkClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'UnlinkClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Merges it into another claim, which stands for both. Nothing moves, and it can be undone. */
  @CommandRoute(':claimId/merge-claim')
  mergeClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: mergeClaimBody }) data: DataOf<MergeClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'MergeClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Undoes the merging: the claim stands for itself again. */
  @CommandRoute(':claimId/unmerge-claim')
  unmergeClaim(
    @Param('claimId', claimId) id: string,
    @Body({ schema: unmergeClaimBody }) data: DataOf<UnmergeClaim>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeClaim({ type: 'UnmergeClaim', id, data, ...envelope }, expectedVersion));
  }

  /** Says that a claim which was suggested as similar is none. */
  @CommandRoute(':claimId/dismiss-suggestion')
  dismissSuggestion(
    @Param('claimId', claimId) id: string,
    @Body({ schema: dismissSuggestionBody }) data: DataOf<DismissSuggestion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeClaim({ type: 'DismissSuggestion', id, data, ...envelope }, expectedVersion),
    );
  }
}
