import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Clock, DomainError, demand, stateOf } from '#kernel';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { Streams, refTo } from '#platform/event-store';
import type { Together } from '#platform/event-store';
import type { Session } from '#platform/http';
import { checkDecider } from '../../domain/check.decider.js';
import { checkStream } from '../../domain/check.stream.js';
import { evidenceEverLinked, linksHiddenFrom } from '../../domain/hidden-links.js';
import { mayRead } from '../../domain/readers.js';
import { clocksIn } from '../check-page/clocks.fold.js';
import { seenBy } from '../check-page/seen.js';
import { evidenceIn, sourceIn } from '../check-page/sources.fold.js';
import { ClaimLinks } from '../claim-links/claim-links.query.js';
import { claimIn } from '../claim-page/claim-page.fold.js';
import { ofType } from '../of-type.js';
import { liveVersionIn } from '../rated-version.js';
import type { RulingDesk } from './ruling-desk.answer.js';
import { rulingDeskIn } from './ruling-desk.fold.js';

export class GetRulingDesk extends Query<RulingDesk> {
  constructor(
    readonly viewer: Session,
    readonly checkId: string,
  ) {
    super();
  }
}

/** From the streams: always current. Which claims are linked comes from a read model, as for the ruling itself. */
@QueryHandler(GetRulingDesk)
export class GetRulingDeskHandler implements IQueryHandler<GetRulingDesk> {
  constructor(
    private readonly streams: Streams,
    private readonly claimLinks: ClaimLinks,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, checkId }: GetRulingDesk): Promise<RulingDesk> {
    demand(mayRead('GetRulingDesk', actor));
    const core = await this.streams.readTogether(deskId, [refTo(checkStream, checkId), refTo(claimStream, checkId)]);
    const events = core.eventsOf(checkStream, checkId);
    if (events.length === 0) throw notFound();
    const state = stateOf(checkDecider, events);
    demand(mayRead('GetRulingDesk', actor, state));
    const claim = claimIn(core.eventsOf(claimStream, checkId));
    if (claim === undefined) throw notFound();

    const linked = await this.claimLinks.precedentsOf(deskId, checkId);
    const around = await this.streams.readTogether(deskId, [
      refTo(submissionStream, claim.submissionId),
      ...evidenceEverLinked(events).map((id) => refTo(evidenceStream, id)),
      ...linked.flatMap((id) => [refTo(checkStream, id), refTo(claimStream, id)]),
    ]);
    const evidenceOf = (id: string) => around.stateOf(evidenceStream, id);
    const seen = seenBy(actor, events, state, linksHiddenFrom(actor, events, evidenceOf));
    const desk = rulingDeskIn(actor, seen, state, (id) =>
      evidenceIn(actor, around.eventsOf(evidenceStream, id), evidenceOf(id)),
    );
    if (desk === undefined) throw notFound();
    const { stageClock } = clocksIn(events, state, await this.clock.now(deskId));
    return {
      ...desk,
      checkId,
      version: events.length,
      ...(stageClock && { stageClock }),
      claim,
      source: sourceIn(around.eventsOf(submissionStream, claim.submissionId), claim.revision),
      precedents: linked.flatMap((id) => precedentIn(around, id)),
    };
  }
}

/** Only what is published binds. */
const precedentIn = (found: Together, checkId: string): RulingDesk['precedents'] => {
  const events = found.eventsOf(checkStream, checkId);
  const url = ofType(events, 'VerdictPublished').at(-1)?.data.url;
  const live = liveVersionIn(events);
  if (live === undefined || url === undefined) return [];
  const claim = claimIn(found.eventsOf(claimStream, checkId));
  return [{ checkId, ...(claim && { claim: { text: claim.text, claimant: claim.claimant } }), live, url }];
};

const notFound = (): DomainError => new DomainError('not-found', 'check/not-found', 'There is no such check.');
