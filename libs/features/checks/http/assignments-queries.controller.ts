import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { assigneeSuggestions } from '../read-models/assignee-suggestions/assignee-suggestions.answer.js';
import type { AssigneeSuggestions } from '../read-models/assignee-suggestions/assignee-suggestions.answer.js';
import { GetAssigneeSuggestions } from '../read-models/assignee-suggestions/assignee-suggestions.query.js';
import { GetWorkload } from '../read-models/workload/get-workload.query.js';
import { workloadList } from '../read-models/workload/workload.answer.js';
import type { WorkloadList } from '../read-models/workload/workload.answer.js';
import { suggestionsQuery, workloadQuery } from './queries.parameters.js';

/** Who has how much to do, and who could take more. */
@Controller()
export class AssignmentsQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('workload', { answer: workloadList, reads: 'workload' })
  @ApiOperation({ summary: 'GetWorkload', description: 'For: editor, approver. Who has least to do, first.' })
  workload(
    @Viewer() viewer: Session,
    @Query({ schema: workloadQuery }) filters: z.infer<typeof workloadQuery>,
  ): Promise<WorkloadList> {
    return this.queries.execute(new GetWorkload(viewer, filters));
  }

  @QueryRoute('checks/:checkId/assignee-suggestions', { answer: assigneeSuggestions, reads: 'workload' })
  @ApiOperation({
    summary: 'GetAssigneeSuggestions',
    description: 'For: editor, approver. Who could be asked, best first, and who could not, each with the reasons.',
  })
  assigneeSuggestions(
    @Viewer() viewer: Session,
    @Param('checkId', { schema: uuid }) id: string,
    @Query({ schema: suggestionsQuery }) { capacity }: z.infer<typeof suggestionsQuery>,
  ): Promise<AssigneeSuggestions> {
    return this.queries.execute(new GetAssigneeSuggestions(viewer, id, capacity));
  }
}
