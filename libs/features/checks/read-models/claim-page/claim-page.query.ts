import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { claimStream, isRateable } from '#features/claims';
import { evidenceStream, sightOfEvidence } from '#features/evidence';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { checkStream } from '../../domain/check.stream.js';
import { mayRead } from '../../domain/readers.js';
import { endOf, linksOf, mergedInto } from '../claim-links/claim-links.query.js';
import { ofType } from '../of-type.js';
import { liveVersionIn } from '../rated-version.js';
import type { RatedVersion } from '../rated-version.js';
import type { ClaimItself, ClaimPage } from './claim-page.answer.js';
import { claimIn } from './claim-page.fold.js';
import {
  evidenceOfQuoteChecks,
  externalChecksIn,
  mergerIn,
  quoteChecksIn,
  revisionsIn,
  submissionsIn,
} from './claim-page.history.js';
import { suggestionsIn } from './claim-page.suggestions.js';

export class GetClaim extends Query<ClaimPage> {
  constructor(
    readonly viewer: Session,
    readonly claimId: string,
  ) {
    super();
  }
}

/** The claim and its check as they stand; its links to other claims as a read model knows them. */
@QueryHandler(GetClaim)
export class GetClaimHandler implements IQueryHandler<GetClaim> {
  constructor(
    private readonly streams: Streams,
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
  ) {}

  async execute({ viewer: { deskId, actor }, claimId }: GetClaim): Promise<ClaimPage> {
    demand(mayRead('GetClaim', actor));
    const wanted = [refTo(claimStream, claimId), refTo(checkStream, claimId)];
    const together = await this.streams.readTogether(deskId, wanted);
    const events = together.eventsOf(claimStream, claimId);
    const claim = claimIn(events);
    if (claim === undefined) throw new DomainError('not-found', 'claim/not-found', 'There is no such claim.');
    const wantedEvidence = evidenceOfQuoteChecks(events).map((id) => refTo(evidenceStream, id));
    const compared = await this.streams.readTogether(deskId, wantedEvidence);
    const check = together.eventsOf(checkStream, claimId);
    const live = liveVersionIn(check);
    const merger = mergerIn(events);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'claim-links');
      const links = await linksOf(rows, deskId, claimId);
      return {
        ...claim,
        revisions: revisionsIn(events),
        submissions: submissionsIn(events),
        quoteChecks: quoteChecksIn(events, (id) => sightOfEvidence(actor, compared.stateOf(evidenceStream, id))),
        relations: links.map(({ linkId, claimId: fromClaimId, relation, toClaimId }) => ({
          linkId,
          fromClaimId,
          relation,
          toClaimId,
        })),
        ...(merger !== undefined && { merged: { ...merger, standsFor: await endOf(rows, merger.intoClaimId) } }),
        mergedFrom: await mergedInto(rows, deskId, claimId),
        suggestions: suggestionsIn(events),
        externalChecks: externalChecksIn(events),
        stage: ofType(check, 'StageEntered').at(-1)?.data.stage,
        live,
        ...findingOf(claim, live),
        ...readAt,
      };
    });
  }
}

const findingOf = ({ accepted }: ClaimItself, live: RatedVersion | undefined): Pick<ClaimPage, 'finding'> => {
  if (live !== undefined) return { finding: live.finding };
  return accepted === undefined || isRateable(accepted) ? {} : { finding: 'not_checkable' };
};
