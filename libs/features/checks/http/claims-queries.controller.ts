import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { GetTimeline, timeline } from '#platform/timeline';
import type { Timeline } from '#platform/timeline';
import { claimPage } from '../read-models/claim-page/claim-page.answer.js';
import type { ClaimPage } from '../read-models/claim-page/claim-page.answer.js';
import { GetClaim } from '../read-models/claim-page/claim-page.query.js';
import { claimList } from '../read-models/claims/claims.answer.js';
import type { ClaimList } from '../read-models/claims/claims.answer.js';
import { GetClaims } from '../read-models/claims/claims.query.js';
import { claimTimeline } from '../read-models/timeline/claim.timeline.js';
import { claimTimelineQuery, claimsQuery } from './queries.parameters.js';

/** Claims with what their checks have come to: only this feature knows both. */
@Controller('claims')
export class ClaimsQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', { answer: claimList, reads: 'claims' })
  @ApiOperation({ summary: 'GetClaims', description: 'For: every member. The newest first.' })
  claims(
    @Viewer() viewer: Session,
    @Query({ schema: claimsQuery }) filters: z.infer<typeof claimsQuery>,
  ): Promise<ClaimList> {
    return this.queries.execute(new GetClaims(viewer, filters));
  }

  @QueryRoute(':claimId', { answer: claimPage, reads: 'claim-links' })
  @ApiOperation({ summary: 'GetClaim', description: 'For: every member. With its links to other claims.' })
  claim(@Viewer() viewer: Session, @Param('claimId', { schema: uuid }) id: string): Promise<ClaimPage> {
    return this.queries.execute(new GetClaim(viewer, id));
  }

  @QueryRoute(':claimId/timeline', { answer: timeline })
  @ApiOperation({
    summary: 'GetTimeline',
    description:
      'For: every member. Every event of the claim, as whoever asks may see it, in order; those of one command together.',
  })
  claimTimeline(
    @Viewer() viewer: Session,
    @Param('claimId', { schema: uuid }) id: string,
    @Query({ schema: claimTimelineQuery }) filters: z.infer<typeof claimTimelineQuery>,
  ): Promise<Timeline> {
    return this.queries.execute(new GetTimeline(viewer, claimTimeline, id, filters));
  }
}
