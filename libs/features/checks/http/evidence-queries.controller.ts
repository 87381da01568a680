import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { QueryRoute, Viewer, listQuery, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { evidenceUse } from '../read-models/evidence-use/evidence-use.answer.js';
import type { EvidenceUse } from '../read-models/evidence-use/evidence-use.answer.js';
import { GetEvidenceUse } from '../read-models/evidence-use/evidence-use.query.js';

/** What rests on evidence: only this feature knows both. */
@Controller('evidence')
export class EvidenceQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':evidenceId/use', { answer: evidenceUse, reads: 'evidence-use' })
  @ApiOperation({
    summary: 'GetEvidenceUse',
    description:
      'For: editor, reviewer, approver, auditor. Checks that link it, with the versions that cite it, and claims whose quotes were compared with it. The newest first.',
  })
  evidenceUse(
    @Viewer() viewer: Session,
    @Param('evidenceId', { schema: uuid }) id: string,
    @Query({ schema: listQuery }) page: z.infer<typeof listQuery>,
  ): Promise<EvidenceUse> {
    return this.queries.execute(new GetEvidenceUse(viewer, id, page));
  }
}
