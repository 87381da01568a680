import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PayloadOf } from '#kernel';
import { Streams, refTo } from '#platform/event-store';
import { JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { ChangeClaim } from '../commands/change-claim.js';
import { claimStream } from '../domain/claim.stream.js';
import { SimilarClaims } from '../domain/similar-claims.js';
import { findSimilarClaims } from './find-similar-claims.job.js';

/** Looks for claims like this one as it is worded now, and says so in an event: a person decides what they are. */
@Injectable()
export class FindSimilarClaims extends JobHandler<typeof findSimilarClaims> {
  readonly job = findSimilarClaims;

  constructor(
    private readonly similar: SimilarClaims,
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {
    super();
  }

  async run({ claimId }: PayloadOf<typeof findSimilarClaims>, envelopeFor: EnvelopeFor): Promise<void> {
    const envelope = envelopeFor('RecordSimilarClaims', refTo(claimStream, claimId));
    const found = await this.streams.readTogether(envelope.deskId, [refTo(claimStream, claimId)]);
    const claim = found.stateOf(claimStream, claimId);
    if (claim?.status !== 'accepted') return;
    const { text, language } = claim.proposal;
    const candidates = await this.similar.candidatesFor(envelope.deskId, { claimId, text, language });
    const { matcher, matcherVersion } = this.similar;
    const data = { matcher, matcherVersion, candidates };
    await this.commands.execute(new ChangeClaim({ type: 'RecordSimilarClaims', id: claimId, data, ...envelope }));
  }
}
