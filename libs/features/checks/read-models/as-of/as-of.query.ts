import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand, stateOf } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { checkDecider } from '../../domain/check.decider.js';
import { checkStream } from '../../domain/check.stream.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import { mayRead } from '../../domain/readers.js';
import { seenBy } from '../check-page/seen.js';
import type { CheckAsOf } from './as-of.answer.js';
import { stoodAfter } from './as-of.fold.js';
import { eventsUpTo } from './moment.js';
import type { MomentClock } from './moment.js';

export class GetAsOf extends Query<CheckAsOf> {
  constructor(
    readonly viewer: Session,
    readonly checkId: string,
    readonly moment: { readonly asOf: string; readonly clock: MomentClock },
  ) {
    super();
  }
}

/** From the stream alone. Of sealed rulings it shows what whoever asks may see today. */
@QueryHandler(GetAsOf)
export class GetAsOfHandler implements IQueryHandler<GetAsOf> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor }, checkId, moment: { asOf, clock } }: GetAsOf): Promise<CheckAsOf> {
    demand(mayRead('GetAsOf', actor));
    const events = await this.streams.eventsOf(checkStream, deskId, checkId);
    if (events.length === 0) throw notFound();
    const until = eventsUpTo(events, asOf, clock);
    // Links are named, never quoted: whether their evidence is restricted makes no difference.
    const { whole } = seenBy(actor, until, stateOf(checkDecider, events), NO_HIDDEN_LINKS);
    return { checkId, asOf, clock, ...stoodAfter(until, whole) };
  }
}

const notFound = (): DomainError => new DomainError('not-found', 'check/not-found', 'There is no such check.');
