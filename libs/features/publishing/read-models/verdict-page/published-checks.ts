import { Injectable } from '@nestjs/common';
import type { Recorded } from '#kernel';
import { NO_HIDDEN_LINKS, checkStream, evidenceEverLinked, linksHiddenFrom } from '#features/checks';
import type { CheckEvent } from '#features/checks';
import { claimStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { publishedScale, scaleStream } from '#features/standards';
import { Streams, refTo } from '#platform/event-store';
import type { Together } from '#platform/event-store';
import type { PublicDesk } from './public-desk.js';
import { publishedCheckIn } from './published-check.js';
import type { PublishedCheck } from './published-check.js';
import type { PublishedVersion } from './published-version.fold.js';
import { appearancesAt, claimInRevision } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** What is published of checks, with what each version is shown with: folded from the streams, so always current. */
@Injectable()
export class PublishedChecks {
  constructor(private readonly streams: Streams) {}

  /** With all that the page of a version shows. `undefined`: nothing is published. */
  async read(desk: PublicDesk, checkId: string): Promise<[PublishedCheck, Shown] | undefined> {
    const events = await this.streams.eventsOf(checkStream, desk.deskId, checkId);
    const found = await this.streams.readTogether(desk.deskId, [
      refTo(claimStream, checkId),
      ...scalesIn(events).map((id) => refTo(scaleStream, id)),
      ...evidenceEverLinked(events).map((id) => refTo(evidenceStream, id)),
    ]);
    const hidden = linksHiddenFrom('public', events, (id) => found.stateOf(evidenceStream, id));
    const check = publishedCheckIn(checkId, events, hidden);
    return check === undefined
      ? undefined
      : [check, (version) => shownWith(desk, check, version, found, (id) => found.eventsOf(evidenceStream, id))];
  }

  /** With all that is told of them elsewhere, which is nothing of their sources. In this order. */
  async readMany(desk: PublicDesk, checkIds: readonly string[]): Promise<readonly [PublishedCheck, Shown][]> {
    const checks = await this.streams.readTogether(
      desk.deskId,
      checkIds.map((id) => refTo(checkStream, id)),
    );
    const past = checkIds.map((id) => [id, checks.eventsOf(checkStream, id)] as const);
    const scaleIds = new Set(past.flatMap(([, events]) => scalesIn(events)));
    const found = await this.streams.readTogether(desk.deskId, [
      ...checkIds.map((id) => refTo(claimStream, id)),
      ...[...scaleIds].map((id) => refTo(scaleStream, id)),
    ]);
    return past.flatMap(([id, events]) => {
      const check = publishedCheckIn(id, events, NO_HIDDEN_LINKS);
      return check === undefined ? [] : [[check, (version) => shownWith(desk, check, version, found, () => [])]];
    });
  }
}

/** What a version is shown with. */
export type Shown = (version: PublishedVersion) => Surroundings | undefined;

const scalesIn = (events: readonly Recorded<CheckEvent>[]): readonly string[] => [
  ...new Set(events.flatMap((event) => (event.type === 'VerdictDrafted' ? [event.data.scale.id] : []))),
];

const shownWith = (
  { settings, isRehearsal }: PublicDesk,
  { checkId, timeZoneOf }: PublishedCheck,
  version: PublishedVersion,
  found: Together,
  evidenceOf: Surroundings['evidenceOf'],
): Surroundings | undefined => {
  const { draft, publishedAt } = version;
  const events = found.eventsOf(claimStream, checkId);
  const claim = claimInRevision(checkId, events, draft.claimRevision);
  const scale = publishedScale(draft.scale.id, draft.scale.version, found.stateOf(scaleStream, draft.scale.id));
  if (claim === undefined || scale === undefined) return undefined;
  const appearances = appearancesAt(events, publishedAt);
  return { claim, appearances, scale, evidenceOf, settings, isRehearsal, timeZone: timeZoneOf(version) };
};
