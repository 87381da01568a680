import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { policyStream } from '../../domain/policy.stream.js';
import type { PolicyPage } from './policy-page.answer.js';
import { policyPageOf } from './policy-page.fold.js';

/** For every member of the desk. */
export class GetPolicy extends Query<PolicyPage> {
  constructor(
    readonly viewer: Session,
    readonly policyId: string,
  ) {
    super();
  }
}

/** From its stream, so who writes sees it at once. */
@QueryHandler(GetPolicy)
export class GetPolicyHandler implements IQueryHandler<GetPolicy> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId }, policyId }: GetPolicy): Promise<PolicyPage> {
    const page = policyPageOf(policyId, await this.streams.eventsOf(policyStream, deskId, policyId));
    if (page === undefined) throw new DomainError('not-found', 'policy/not-found', 'There is no such policy.');
    return page;
  }
}
