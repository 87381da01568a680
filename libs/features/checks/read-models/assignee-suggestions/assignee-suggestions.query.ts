import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Clock, DomainError, demand } from '#kernel';
import type { Capacity } from '#kernel';
import { claimFactsOf, claimStream } from '#features/claims';
import { memberFactsOf, memberStream } from '#features/members';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import type { Together } from '#platform/event-store';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import type { Candidate } from '../../domain/candidates.js';
import { checkStream } from '../../domain/check.stream.js';
import { mayRead } from '../../domain/readers.js';
import { suggestionsFor } from '../../domain/suggestions.js';
import type { Suggestion } from '../../domain/suggestions.js';
import type { WorkloadLine } from '../workload/workload.answer.js';
import { linesMatching } from '../workload/workload.lines.js';
import type { AssigneeSuggestions } from './assignee-suggestions.answer.js';

const MOST = 1_000;

export class GetAssigneeSuggestions extends Query<AssigneeSuggestions> {
  constructor(
    readonly viewer: Session,
    readonly checkId: string,
    readonly capacity: Capacity,
  ) {
    super();
  }
}

/** Rights and interests are read from the members' streams, as an offer reads them; skills and load may lag. */
@QueryHandler(GetAssigneeSuggestions)
export class GetAssigneeSuggestionsHandler implements IQueryHandler<GetAssigneeSuggestions> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer, checkId, capacity }: GetAssigneeSuggestions): Promise<AssigneeSuggestions> {
    const { deskId, actor } = viewer;
    demand(mayRead('GetAssigneeSuggestions', actor));
    const { lines, readAt } = await this.linesOf(deskId);
    const members = lines.map(({ memberId }) => refTo(memberStream, memberId));
    const wanted = [refTo(checkStream, checkId), refTo(claimStream, checkId), ...members];
    const found = await this.streams.readTogether(deskId, wanted);
    const state = found.stateOf(checkStream, checkId);
    const claim = claimFactsOf(checkId, found.stateOf(claimStream, checkId));
    if (state === undefined || claim === undefined)
      throw new DomainError('not-found', 'check/not-found', 'There is no such check.');

    const search = { capacity, claim, actor, at: await this.clock.now(deskId) };
    const suggestions = suggestionsFor(search, candidatesIn(found, lines), state);
    return {
      checkId,
      capacity,
      version: found.eventsOf(checkStream, checkId).length,
      items: suggestions.map((one) => itemOf(one, lines)),
      ...readAt,
    };
  }

  private linesOf(deskId: number) {
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'workload');
      const lines = await linesMatching(rows, { filters: { limit: MOST }, weekEnds: '', after: undefined });
      return { lines, readAt };
    });
  }
}

const candidatesIn = (found: Together, lines: readonly WorkloadLine[]): readonly Candidate[] =>
  lines.flatMap(({ memberId, load: openLoad, skills: { languages, topics }, lastAssignedAt }) => {
    const facts = memberFactsOf(memberId, found.stateOf(memberStream, memberId));
    const last = lastAssignedAt === undefined ? {} : { lastAssignedAt };
    return facts === undefined ? [] : [{ member: { ...facts, openLoad }, languages, topics, ...last }];
  });

const itemOf = (
  { candidate: { member, lastAssignedAt }, refusal, reasons }: Suggestion,
  lines: readonly WorkloadLine[],
): AssigneeSuggestions['items'][number] => {
  const { memberId, openLoad: load } = member;
  const name = lines.find((line) => line.memberId === memberId)?.name;
  return {
    memberId,
    ...(name !== undefined && { name }),
    load,
    ...(lastAssignedAt !== undefined && { lastAssignedAt }),
    ...(refusal && { refusal }),
    reasons: reasons.map(({ code, sentence, speaks }) => ({ code, sentence, speaks })),
  };
};
