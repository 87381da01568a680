import type { AnyEvent, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { CheckEvent } from '#features/checks';
import type { ClaimEvent } from '#features/claims';
import type { EvidenceEvent } from '#features/evidence';
import type { ScaleEvent } from '#features/standards';
import { MemoryEventStore, Streams } from '#platform/event-store';
import type { Loaded } from '#platform/event-store';
import type { PublicDesk } from '../read-models/verdict-page/public-desk.js';
import { PublishedChecks } from '../read-models/verdict-page/published-checks.js';
import { publishedPage } from '../read-models/verdict-page/verdict-page.query.js';
import type { Published } from '../read-models/verdict-page/verdict-page.query.js';
import type { VerdictPage } from '../read-models/verdict-page/verdict-page.answer.js';
import { claimEvents, past, scaleEvents } from './story.js';

/** All that has happened at a desk to one check. What stands in `later` came after everything else. */
export type World = {
  readonly check: readonly CheckEvent[];
  readonly claim: readonly ClaimEvent[];
  readonly evidence: readonly EvidenceEvent[];
  readonly scale: readonly ScaleEvent[];
  readonly later: { readonly claim?: readonly ClaimEvent[]; readonly evidence?: readonly EvidenceEvent[] };
  readonly desk: PublicDesk;
};

export const captured = (title = 'Report on a White House briefing', url = 'https://latimes.test/'): EvidenceEvent => ({
  type: 'EvidenceCaptured',
  data: { kind: 'web_page', title, url, originGroup: 'us-government', note: 'for the desk only', archiveRun: 1 },
});

export const archived = (archiveRun: number, byte: string): EvidenceEvent => ({
  type: 'EvidenceArchived',
  data: {
    archiveRun,
    sha256: byte.repeat(32),
    bytes: 7,
    mediaType: 'text/plain',
    storageKey: 'key',
    tool: 'fetch',
  },
});

export const exampleDesk: PublicDesk = {
  deskId: 1,
  key: 'example',
  settings: {
    name: 'Example Desk',
    url: 'https://desk.example',
    correctionsPolicy: 'https://desk.example/corrections',
    publishingPrinciples: 'https://desk.example/method',
  },
  isRehearsal: false,
};

export const worldWith = (changes: Partial<World> = {}): World => ({
  check: past,
  claim: claimEvents(),
  evidence: [captured(), archived(1, 'ab')],
  scale: scaleEvents,
  later: {},
  desk: exampleDesk,
  ...changes,
});

/** The page of the live version, or of the one with this number, as its query answers. `undefined`: it is not there. */
export const pageIn = async (world: World, versionNo?: number): Promise<Published<VerdictPage> | undefined> => {
  const found = await checksIn(world).read(world.desk, 'c4');
  return found && publishedPage(world.desk, found, versionNo);
};

/** The same, where it is there. */
export const shownIn = async (world: World, versionNo?: number): Promise<Published<VerdictPage>> => {
  const page = await pageIn(world, versionNo);
  if (page === undefined) throw new Error('Nothing is published.');
  return page;
};

/** What its handlers read, from these events. */
export const checksIn = (world: World): PublishedChecks => new PublishedChecks(new Streams(new PastEvents(world)));

export const EARLY = Date.parse('2022-11-01T00:00:00.000Z');
const START = Date.parse('2022-11-10T10:00:00.000Z');
const LATE = Date.parse('2022-11-20T00:00:00.000Z');
const MINUTE = 60_000;
const by = { kind: 'member', id: 'ana', roles: ['editor'] } as const;

/** One a minute. */
export const from = <Event extends AnyEvent>(
  start: number,
  events: readonly Event[],
  id: string,
): readonly Recorded<Event>[] =>
  events.map((event, place) => ({
    ...recorded(event, id, by),
    version: place + 1,
    recordedAt: new Date(start + place * MINUTE).toISOString(),
  }));

class PastEvents extends MemoryEventStore {
  constructor(private readonly world: World) {
    super();
  }

  override async load(_: number, category: string, id: string): Promise<Loaded> {
    const events = this.pastOf(category, id);
    return { version: events.length, events };
  }

  private pastOf(category: string, id: string): readonly Recorded<AnyEvent>[] {
    const { check, claim, evidence, scale, later } = this.world;
    if (category === 'check') return from(START, check, id);
    if (category === 'claim') return [...from(EARLY, claim, id), ...from(LATE, later.claim ?? [], id)];
    if (category === 'scale') return from(EARLY, scale, id);
    return [...from(EARLY, evidence, id), ...from(LATE, later.evidence ?? [], id)];
  }
}
