import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { evidenceStream, mayAccess, sightOfEvidence } from '#features/evidence';
import type { Sight } from '#features/evidence';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import type { EvidenceUse } from './evidence-use.answer.js';
import { citationsOf, usesOf } from './uses.js';
import type { Citations, UseRow } from './uses.js';

type Page = { readonly limit: number; readonly cursor?: string };

const LIST = 'evidence-use';

export class GetEvidenceUse extends Query<EvidenceUse> {
  constructor(
    readonly viewer: Session,
    readonly evidenceId: string,
    readonly page: Page,
  ) {
    super();
  }
}

/** Found in a read model; whether the evidence is there and who may see what it says, its own stream tells. */
@QueryHandler(GetEvidenceUse)
export class GetEvidenceUseHandler implements IQueryHandler<GetEvidenceUse> {
  constructor(
    private readonly streams: Streams,
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
  ) {}

  async execute({
    viewer: { deskId, actor },
    evidenceId,
    page: { limit, cursor },
  }: GetEvidenceUse): Promise<EvidenceUse> {
    demand(mayAccess('GetEvidence', actor));
    const after = placeIn(this.cursors, LIST, cursor);
    const found = await this.streams.readTogether(deskId, [refTo(evidenceStream, evidenceId)]);
    const evidence = found.stateOf(evidenceStream, evidenceId);
    if (evidence === undefined) throw new DomainError('not-found', 'evidence/not-found', 'There is no such evidence.');
    const sight = sightOfEvidence(actor, evidence);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'evidence-use');
      const { page, last } = pageOf(await usesOf(rows, { deskId, evidenceId, after, limit: limit + 1 }), limit);
      const citations = await citationsOf(rows, deskId, page);
      return {
        items: page.map((use) => itemOf(use, citations, sight)),
        ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.usedAt, last.useId]) }),
        ...readAt,
      };
    });
  }
}

const itemOf = (use: UseRow, citations: Citations, sight: Sight): EvidenceUse['items'][number] => {
  const { usedBy, usedAt } = use;
  if (use.kind === 'quote_check') {
    const { kind, caseId: claimId, translated, result } = use;
    return { kind, claimId, usedBy, usedAt, translated, ...(sight === 'whole' && { result }) };
  }
  const { kind, caseId: checkId, linkId, stance, nature, weight, originGroup, evidenceSet, unlinkedAt } = use;
  return {
    kind,
    checkId,
    linkId,
    usedBy,
    usedAt,
    stance,
    nature,
    weight,
    originGroup,
    evidenceSet,
    ...(unlinkedAt !== null && { unlinkedAt }),
    citedIn: citations(checkId, linkId),
  };
};
