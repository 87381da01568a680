import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { mayAccess } from '../../domain/access.js';
import { evidenceStream } from '../../domain/evidence.stream.js';
import type { EvidencePage } from './evidence-page.answer.js';
import { evidencePageOf } from './evidence-page.fold.js';

export class GetEvidencePage extends Query<EvidencePage> {
  constructor(
    readonly viewer: Session,
    readonly evidenceId: string,
  ) {
    super();
  }
}

/** From its stream, so who writes sees it at once. */
@QueryHandler(GetEvidencePage)
export class GetEvidencePageHandler implements IQueryHandler<GetEvidencePage> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor }, evidenceId }: GetEvidencePage): Promise<EvidencePage> {
    demand(mayAccess('GetEvidence', actor));
    const page = evidencePageOf(actor, await this.streams.eventsOf(evidenceStream, deskId, evidenceId));
    if (page === undefined) throw new DomainError('not-found', 'evidence/not-found', 'There is no such evidence.');
    return page;
  }
}
