import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Clock, DomainError, demand, stateOf } from '#kernel';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { memberStream } from '#features/members';
import { Streams, refTo } from '#platform/event-store';
import type { Session } from '#platform/http';
import { checkDecider } from '../../domain/check.decider.js';
import { checkStream } from '../../domain/check.stream.js';
import { evidenceEverLinked, linksHiddenFrom } from '../../domain/hidden-links.js';
import { mayRead } from '../../domain/readers.js';
import { claimIn } from '../claim-page/claim-page.fold.js';
import { aroundIn, wantedForRound } from './around.js';
import type { CheckPage } from './check-page.answer.js';
import { checkIn } from './check-page.fold.js';
import { clocksIn } from './clocks.fold.js';
import { gateFor } from './gate.answer.js';
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
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, checkId }: GetCheckPage): Promise<CheckPage> {
    demand(mayRead('GetCheckPage', actor));
    const core = await this.streams.readTogether(deskId, [
      refTo(checkStream, checkId),
      refTo(claimStream, checkId),
      refTo(memberStream, actor.id),
    ]);
    const events = core.eventsOf(checkStream, checkId);
    const claim = claimIn(core.eventsOf(claimStream, checkId));
    if (events.length === 0 || claim === undefined) throw notFound();
    const state = stateOf(checkDecider, events);
    demand(mayRead('GetCheckPage', actor, state));

    const evidenceIds = evidenceEverLinked(events);
    const around = await this.streams.readTogether(deskId, [
      refTo(submissionStream, claim.submissionId),
      ...evidenceIds.map((id) => refTo(evidenceStream, id)),
      ...wantedForRound(state),
    ]);
    const evidenceOf = (id: string) => around.stateOf(evidenceStream, id);
    const hiddenLinks = linksHiddenFrom(actor, events, evidenceOf);
    const check = checkIn(seenBy(actor, events, state, hiddenLinks), state, (id) =>
      evidenceIn(actor, around.eventsOf(evidenceStream, id), evidenceOf(id)),
    );
    if (check === undefined) throw notFound();
    const source = sourceIn(around.eventsOf(submissionStream, claim.submissionId), claim.revision);
    const now = await this.clock.now(deskId);
    const asked = { actor, state, now, around: aroundIn({ checkId, memberId: actor.id }, core, around, state) };
    return {
      ...check,
      ...clocksIn(events, state, now),
      version: events.length,
      claim,
      source,
      can: permissionsOf(asked),
      gate: gateFor(asked),
    };
  }
}

const notFound = (): DomainError => new DomainError('not-found', 'check/not-found', 'There is no such check.');
