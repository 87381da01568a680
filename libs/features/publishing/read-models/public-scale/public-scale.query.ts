import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, stateOf } from '#kernel';
import type { Key, Recorded } from '#kernel';
import { publishedScale, scaleStream } from '#features/standards';
import type { ScaleEvent } from '#features/standards';
import { Streams } from '#platform/event-store';
import { PublicDesks } from '../verdict-page/public-desk.js';
import type { PublicDesk } from '../verdict-page/public-desk.js';
import { addressOf, scalePathOf } from '../verdict-page/publication-settings.js';
import type { Published } from '../verdict-page/verdict-page.query.js';
import type { PublicScale } from './public-scale.answer.js';

export class GetPublicScale extends Query<Published<PublicScale>> {
  constructor(
    readonly deskKey: string,
    readonly scaleId: Key,
    readonly version: number,
  ) {
    super();
  }
}

@QueryHandler(GetPublicScale)
export class GetPublicScaleHandler implements IQueryHandler<GetPublicScale> {
  constructor(
    private readonly desks: PublicDesks,
    private readonly streams: Streams,
  ) {}

  async execute({ deskKey, scaleId, version }: GetPublicScale): Promise<Published<PublicScale>> {
    const desk = await this.desks.called(deskKey);
    const events = await this.streams.eventsOf(scaleStream, desk.deskId, scaleId);
    const answer = publicScaleOf(desk, events, { scaleId, version });
    if (answer === undefined) throw notPublished();
    return { answer, deskKey, modifiedAt: answer.publishedAt };
  }
}

/** Drafts are the desk’s own, and an external scale is another publisher’s: neither is shown. */
export const publicScaleOf = (
  { key, settings, isRehearsal }: PublicDesk,
  events: readonly Recorded<ScaleEvent>[],
  { scaleId, version }: { readonly scaleId: Key; readonly version: number },
): PublicScale | undefined => {
  const state = stateOf(scaleStream.decider, events);
  const scale = publishedScale(scaleId, version, state);
  const name = events.flatMap((event) => (event.type === 'ScaleDefined' ? [event.data.name] : []))[0];
  const published = events.find((event) => event.type === 'ScaleVersionPublished' && event.data.version === version);
  if (scale === undefined || name === undefined || published === undefined || state.kind === 'external')
    return undefined;
  return {
    scaleId,
    version,
    ...(isRehearsal && { rehearsal: true }),
    name,
    url: addressOf(settings, scalePathOf(key, scaleId, version)),
    publishedAt: published.recordedAt,
    labels: scale.labels.map(({ findings, ...label }) => ({ ...label, findings: [...findings] })),
    publisher: settings,
  };
};

const notPublished = (): DomainError =>
  new DomainError('not-found', 'standards/not-found', 'No scale is published here.');
