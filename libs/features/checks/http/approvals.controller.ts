import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { approvals } from '../read-models/approvals/approvals.answer.js';
import type { Approvals } from '../read-models/approvals/approvals.answer.js';
import { GetApprovals } from '../read-models/approvals/approvals.query.js';
import { approvalsQuery } from './queries.parameters.js';

@Controller('approvals')
export class ApprovalsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', { answer: approvals, reads: 'approvals' })
  @ApiOperation({
    summary: 'GetApprovals',
    description:
      'For: approver. Drafts that wait for an approval and versions that wait for their publication, by when they are due, each with the whole checklist for whoever asks.',
  })
  approvals(
    @Viewer() viewer: Session,
    @Query({ schema: approvalsQuery }) filters: z.infer<typeof approvalsQuery>,
  ): Promise<Approvals> {
    return this.queries.execute(new GetApprovals(viewer, filters));
  }
}
