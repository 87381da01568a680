import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { Streams, refTo } from '#platform/event-store';
import { CheckStages } from '../domain/check-stages.js';
import type { ClaimCommand } from '../domain/claim.commands.js';
import { claimLinksOf } from '../domain/claim.facts.js';
import type { ClaimState } from '../domain/claim.state.js';
import { claimStream } from '../domain/claim.stream.js';
import { submissionFactsOf } from '../domain/submission.state.js';
import type { SubmissionFacts, SubmissionState } from '../domain/submission.state.js';
import { submissionStream } from '../domain/submission.stream.js';

/** What decisions about a claim need to know from other streams, read on the primary once the claim is folded. */
@Injectable()
export class ClaimFactReaders {
  constructor(
    private readonly streams: Streams,
    private readonly checks: CheckStages,
  ) {}

  readonly readers: FactReaders<ClaimState, ClaimCommand> = {
    ProposeClaim: async ({ deskId, data: { submissionId, revision } }) => ({
      submission: submissionFactsOf(await this.submission(deskId, submissionId), revision),
    }),

    AttachSubmission: async ({ deskId, data: { submissionId } }) => ({
      submission: latestFactsOf(await this.submission(deskId, submissionId)),
    }),

    LinkClaim: async ({ deskId, id, data: { toClaimId } }) => {
      const target = await this.claim(deskId, toClaimId);
      const links = claimLinksOf(target).filter((link) => link.toClaimId === id);
      return { target: target && { relationsToThis: links.map(({ relation }) => relation) } };
    },

    MergeClaim: async ({ deskId, id, data: { intoClaimId } }) => {
      const target = await this.claim(deskId, intoClaimId);
      const stage = await this.checks.stageOf(deskId, id);
      return { target: target === undefined || target.status === 'absent' ? undefined : target, stage };
    },
  };

  private async claim(deskId: number, claimId: string): Promise<ClaimState | undefined> {
    const found = await this.streams.readTogether(deskId, [refTo(claimStream, claimId)]);
    return found.stateOf(claimStream, claimId);
  }

  private async submission(deskId: number, submissionId: string): Promise<SubmissionState | undefined> {
    const found = await this.streams.readTogether(deskId, [refTo(submissionStream, submissionId)]);
    return found.stateOf(submissionStream, submissionId);
  }
}

const latestFactsOf = (state: SubmissionState | undefined): SubmissionFacts | undefined =>
  state === undefined || state.status === 'absent' ? undefined : submissionFactsOf(state, state.revisions.length);
