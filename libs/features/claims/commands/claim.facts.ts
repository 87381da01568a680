import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { Streams, refTo } from '#platform/event-store';
import type { ClaimCommand } from '../domain/claim.commands.js';
import { claimLinksOf } from '../domain/claim.facts.js';
import type { ClaimState } from '../domain/claim.state.js';
import { claimStream } from '../domain/claim.stream.js';
import { submissionFactsOf } from '../domain/submission.state.js';
import { submissionStream } from '../domain/submission.stream.js';

/** What decisions about a claim need to know from other streams, read on the primary once the claim is folded. */
@Injectable()
export class ClaimFactReaders {
  constructor(private readonly streams: Streams) {}

  readonly readers: FactReaders<ClaimState, ClaimCommand> = {
    ProposeClaim: async ({ deskId, data: { submissionId, revision } }) => {
      const found = await this.streams.readTogether(deskId, [refTo(submissionStream, submissionId)]);
      return { submission: submissionFactsOf(found.stateOf(submissionStream, submissionId), revision) };
    },

    LinkClaim: async ({ deskId, id, data: { toClaimId } }) => {
      const found = await this.streams.readTogether(deskId, [refTo(claimStream, toClaimId)]);
      const target = found.stateOf(claimStream, toClaimId);
      const links = claimLinksOf(target).filter((link) => link.toClaimId === id);
      return { target: target && { relationsToThis: links.map(({ relation }) => relation) } };
    },
  };
}
