import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { myWork } from '../read-models/my-work/my-work.answer.js';
import type { MyWork } from '../read-models/my-work/my-work.answer.js';
import { GetMyWork } from '../read-models/my-work/my-work.query.js';
import { myWorkQuery } from './queries.parameters.js';

@Controller('my-work')
export class MyWorkController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', { answer: myWork, reads: 'my-work' })
  @ApiOperation({
    summary: 'GetMyWork',
    description:
      'For: editor, reviewer, approver. What waits for whoever asks, by when it is due; behind it his past rulings, the newest first.',
  })
  myWork(
    @Viewer() viewer: Session,
    @Query({ schema: myWorkQuery }) filters: z.infer<typeof myWorkQuery>,
  ): Promise<MyWork> {
    return this.queries.execute(new GetMyWork(viewer, filters));
  }
}
