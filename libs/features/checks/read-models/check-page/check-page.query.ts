import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand, stateOf } from '#kernel';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { Streams, refTo } from '#platform/event-store';
import type { Session } from '#platform/http';
import { checkDecider } from '../../domain/check.decider.js';
import { checkStream } from '../../domain/check.stream.js';
import { mayRead } from '../../domain/readers.js';
import { claimIn } from '../claim-page/claim-page.fold.js';
import type { CheckPage } from './check-page.answer.js';
import { checkIn } from './check-page.fold.js';
import { permissionsOf } from './permissions.js';
import { seenBy } from './seen.js';
import { evidenceIn, sourceIn } from './sources.fold.js';

export class GetCheckPage extends Query<CheckPage> {
  constructor(
    readonly viewer: Session,
    readonly checkId: string,
  ) {
    super();
  }
}

/** In two looks: the check with its claim, and then whatever these name. */
@QueryHandler(GetCheckPage)
export class GetCheckPageHandler implements IQueryHandler<GetCheckPage> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor }, checkId }: GetCheckPage): Promise<CheckPage> {
    demand(mayRead('GetCheckPage', actor));
    const core = await this.streams.readTogether(deskId, [refTo(checkStream, checkId), refTo(claimStream, checkId)]);
    const events = core.eventsOf(checkStream, checkId);
    const claim = claimIn(core.eventsOf(claimStream, checkId));
    if (events.length === 0 || claim === undefined) throw notFound();
    const state = stateOf(checkDecider, events);
    demand(mayRead('GetCheckPage', actor, state));

    const evidenceIds = [...new Set(state.links.map(({ evidenceId }) => evidenceId))];
    const around = await this.streams.readTogether(deskId, [
      refTo(submissionStream, claim.submissionId),
      ...evidenceIds.map((id) => refTo(evidenceStream, id)),
    ]);
    const check = checkIn(seenBy(actor, events, state), state, (id) =>
      evidenceIn(around.eventsOf(evidenceStream, id), around.stateOf(evidenceStream, id)),
    );
    if (check === undefined) throw notFound();
    const source = sourceIn(around.eventsOf(submissionStream, claim.submissionId), claim.revision);
    return { ...check, version: events.length, claim, source, can: permissionsOf(actor, state) };
  }
}

const notFound = (): DomainError => new DomainError('not-found', 'check/not-found', 'There is no such check.');
