import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { visible } from '../../domain/visible.js';
import type { PartOf, Viewer } from '../../domain/visible.js';

/** What a viewer may see of a check: the events that he sees whole, and what he sees of others. The page knows no more. */
export type Seen = { readonly whole: readonly Recorded<CheckEvent>[]; readonly parts: readonly PartOf[] };

export const seenBy = (viewer: Viewer, events: readonly Recorded<CheckEvent>[], state: CheckState): Seen => {
  const sight = events.map((event) => visible(viewer, event, state));
  return {
    whole: sight.flatMap((one) => (one.shows === 'all' ? [one.event] : [])),
    parts: sight.flatMap((one) => (one.shows === 'part' ? [one.event] : [])),
  };
};
