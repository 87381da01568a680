import { stateOf } from '#kernel';
import { timelineOf } from '#platform/timeline';
import { mayAccess } from '../domain/access.js';
import { evidenceDecider } from '../domain/evidence.decider.js';
import { evidenceStream } from '../domain/evidence.stream.js';
import { sightOfEvidence, visibleEvidence } from '../domain/visible.js';

/** Of restricted evidence the same is hidden as on its page. */
export const evidenceTimeline = timelineOf(evidenceStream, {
  mayRead: (actor) => mayAccess('GetEvidence', actor),
  seenBy: (actor, events) => {
    const sight = sightOfEvidence(actor, stateOf(evidenceDecider, events));
    const shows = sight === 'whole' ? 'all' : 'part';
    return events.map((event) => ({ shows, event: visibleEvidence(sight, event) }) as const);
  },
});
