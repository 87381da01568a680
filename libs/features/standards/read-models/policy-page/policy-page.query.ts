import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { ChecksPinned } from '../../domain/checks-pinned.js';
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

/** From its stream, so who writes sees it at once. How many checks rest on it is counted elsewhere. */
@QueryHandler(GetPolicy)
export class GetPolicyHandler implements IQueryHandler<GetPolicy> {
  constructor(
    private readonly streams: Streams,
    private readonly checks: ChecksPinned,
  ) {}

  async execute({ viewer: { deskId }, policyId }: GetPolicy): Promise<PolicyPage> {
    const events = await this.streams.eventsOf(policyStream, deskId, policyId);
    const pinned = events.length === 0 ? [] : await this.checks.to(deskId, 'policy', [policyId]);
    const page = policyPageOf(policyId, events, pinned);
    if (page === undefined) throw new DomainError('not-found', 'policy/not-found', 'There is no such policy.');
    return page;
  }
}
