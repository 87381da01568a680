import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { checkStream } from '#features/checks';
import { claimFactsOf, claimStream } from '#features/claims';
import type { ClaimEvent } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { publishedScale, scaleStream } from '#features/standards';
import { ReadModels } from '#platform/database';
import { Streams, refTo } from '#platform/event-store';
import { DeskRow } from './desk.table.js';
import { settingsOf } from './publication-settings.js';
import type { PublicationSettings } from './publication-settings.js';
import { publishedVersionIn } from './published-version.fold.js';
import type { Surroundings } from './surroundings.js';
import type { VerdictPage } from './verdict-page.answer.js';
import { verdictPageOf } from './verdict-page.js';

export class GetVerdictPage extends Query<VerdictPage> {
  constructor(readonly checkId: string) {
    super();
  }
}

/** Folded from the streams, so that a verdict is public as soon as it is published. */
@QueryHandler(GetVerdictPage)
export class GetVerdictPageHandler implements IQueryHandler<GetVerdictPage> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly streams: Streams,
  ) {}

  async execute({ checkId }: GetVerdictPage): Promise<VerdictPage> {
    const deskId = await this.deskOf(checkId);
    const events = await this.streams.eventsOf(checkStream, deskId, checkId);
    const state = stateOf(checkStream.decider, events);
    const version = publishedVersionIn(events, state);
    if (version === undefined || state.policy === undefined) throw notFound();
    const { scale: pinned } = version.draft;
    const evidenceIds = [...new Set(version.cited.map(({ evidenceId }) => evidenceId))];
    const found = await this.streams.readTogether(deskId, [
      refTo(claimStream, checkId),
      refTo(scaleStream, pinned.id),
      ...evidenceIds.map((id) => refTo(evidenceStream, id)),
    ]);
    const claim = claimFactsOf(checkId, found.stateOf(claimStream, checkId));
    const scale = publishedScale(pinned.id, pinned.version, found.stateOf(scaleStream, pinned.id));
    if (claim === undefined || scale === undefined) throw notFound();
    return verdictPageOf(checkId, version, {
      claim,
      scale,
      appearances: appearancesIn(found.eventsOf(claimStream, checkId)),
      evidenceOf: (id) => found.eventsOf(evidenceStream, id),
      settings: await this.settingsOf(deskId),
      timeZone: state.policy.rules.calendar.timeZone,
    });
  }

  /** Nobody has said yet at which desk: a function of the database knows, of published checks alone. */
  private async deskOf(checkId: string): Promise<number> {
    const deskId = await this.readModels.deskOfPublicCheck(checkId);
    if (deskId === undefined) throw notFound();
    return deskId;
  }

  private settingsOf(deskId: number): Promise<PublicationSettings> {
    return this.readModels.in(deskId, async (rows) => settingsOf(await rows.findOneByOrFail(DeskRow, { deskId })));
  }
}

/** The same for a check that is unknown, at work or closed. */
const notFound = (): DomainError => new DomainError('not-found', 'check/not-found', 'No verdict is published here.');

const appearancesIn = (events: readonly Recorded<ClaimEvent>[]): Surroundings['appearances'] =>
  events.flatMap((event) => (event.type === 'ClaimAppearanceAdded' ? [event.data] : []));
