import type { Recorded } from '#kernel';
import type { EvidenceEvent } from '#features/evidence';
import type { PublicLink } from './public-parts.js';
import type { VerdictPage } from './verdict-page.answer.js';

type Source = VerdictPage['sources'][number];

/** A cited link with the evidence that it links. */
export const sourceOf = (
  { evidenceId, stance, nature, originGroup, quote, locator }: PublicLink,
  events: readonly Recorded<EvidenceEvent>[],
): Source => {
  const about = capturedIn(events);
  return { evidenceId, ...about, stance, nature, originGroup, quote, locator, archive: archiveIn(events) };
};

const capturedIn = (
  events: readonly Recorded<EvidenceEvent>[],
): Pick<Source, 'title' | 'publisher' | 'publishedOn' | 'url'> => {
  for (const event of events)
    if (event.type === 'EvidenceCaptured') {
      const { title, publisher, publishedOn, url } = event.data;
      return { title, publisher, publishedOn, url };
    }
  return { title: '' };
};

/** The copy that was made last. */
const archiveIn = (events: readonly Recorded<EvidenceEvent>[]): Source['archive'] => {
  const archived = events.findLast((event) => event.type === 'EvidenceArchived');
  if (archived?.type !== 'EvidenceArchived') return undefined;
  const { sha256, mediaType } = archived.data;
  return { sha256, mediaType, archivedAt: archived.recordedAt };
};
