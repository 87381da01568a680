import { stateOf } from '#kernel';
import type { Instant, Recorded } from '#kernel';
import { evidenceStream, sightOfEvidence } from '#features/evidence';
import type { EvidenceEvent } from '#features/evidence';
import type { PublicLink } from './public-parts.js';
import type { VerdictPage } from './verdict-page.answer.js';

type Source = VerdictPage['sources'][number];

/**
 * A cited link with the evidence that it links, and the copy that the desk had when it published. Of what is restricted
 * today, that it is there and how it was weighed.
 */
export const sourceOf = (
  { evidenceId, stance, nature, originGroup, quote, locator }: PublicLink,
  events: readonly Recorded<EvidenceEvent>[],
  publishedAt: Instant,
): Source => {
  const sight = sightOfEvidence('public', stateOf(evidenceStream.decider, events));
  if (sight !== 'whole') return { evidenceId, isRestricted: true, stance, nature };
  const about = { ...capturedIn(events), stance, nature, originGroup, quote, locator };
  return {
    evidenceId,
    isRestricted: false,
    ...about,
    archive: archiveIn(events.filter(({ recordedAt }) => recordedAt <= publishedAt)),
  };
};

const capturedIn = (
  events: readonly Recorded<EvidenceEvent>[],
): Pick<Source, 'title' | 'publisher' | 'publishedOn' | 'url'> => {
  for (const event of events)
    if (event.type === 'EvidenceCaptured') {
      const { title, publisher, publishedOn, url } = event.data;
      return { title, publisher, publishedOn, url };
    }
  return {};
};

/** The copy that was made last. */
const archiveIn = (events: readonly Recorded<EvidenceEvent>[]): Source['archive'] => {
  const archived = events.findLast((event) => event.type === 'EvidenceArchived');
  if (archived?.type !== 'EvidenceArchived') return undefined;
  const { sha256, mediaType } = archived.data;
  return { sha256, mediaType, archivedAt: archived.recordedAt };
};
