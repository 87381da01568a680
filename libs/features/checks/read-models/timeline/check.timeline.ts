import { demand, stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { evidenceStream } from '#features/evidence';
import { refTo } from '#platform/event-store';
import { timelineOf } from '#platform/timeline';
import type { Seen } from '#platform/timeline';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { checkStream } from '../../domain/check.stream.js';
import { evidenceEverLinked, linksHiddenFrom } from '../../domain/hidden-links.js';
import type { HiddenLinks } from '../../domain/hidden-links.js';
import { mayRead } from '../../domain/readers.js';
import { visible } from '../../domain/visible.js';
import type { Viewer } from '../../domain/visible.js';

/** Who may read it is in part in the check itself: who holds a capacity on it. */
export const checkTimeline = timelineOf(checkStream, {
  mayRead: (actor) => mayRead('GetTimeline', actor),
  seenBy: async (actor, events, { deskId, streams }) => {
    const state = stateOf(checkDecider, events);
    demand(mayRead('GetTimeline', actor, state));
    const wanted = evidenceEverLinked(events).map((id) => refTo(evidenceStream, id));
    const linked = await streams.readTogether(deskId, wanted);
    const hiddenLinks = linksHiddenFrom(actor, events, (id) => linked.stateOf(evidenceStream, id));
    return seenIn(actor, events, state, hiddenLinks);
  },
});

/** The events of a check as this viewer may see them. */
export const seenIn = (
  viewer: Viewer,
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
  hiddenLinks: HiddenLinks,
): readonly Seen[] =>
  events.flatMap((event) => {
    const seen = visible(viewer, event, state, hiddenLinks);
    return seen.shows === 'nothing' ? [] : [seen];
  });
