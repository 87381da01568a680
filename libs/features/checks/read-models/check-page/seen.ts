import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import type { HiddenLinks } from '../../domain/hidden-links.js';
import { isOfLink, withoutContent } from '../../domain/visible-links.js';
import type { LinkEvent } from '../../domain/visible-links.js';
import { visible } from '../../domain/visible.js';
import type { PartOf, Viewer } from '../../domain/visible.js';

/** What a viewer may see of a check: the events that he sees whole, and what he sees of others. The page knows no more. */
export type Seen = {
  readonly whole: readonly Recorded<CheckEvent>[];
  readonly parts: readonly PartOf[];
  /** All that happened to links, as far as he sees it. */
  readonly links: readonly Recorded<LinkEvent>[];
};

export const seenBy = (
  viewer: Viewer,
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
  hiddenLinks: HiddenLinks,
): Seen => {
  const sight = events.map((event) => visible(viewer, event, state, hiddenLinks));
  return {
    whole: sight.flatMap((one) => (one.shows === 'all' ? [one.event] : [])),
    parts: sight.flatMap((one) => (one.shows === 'part' ? [one.event] : [])),
    links: events.filter(isOfLink).map((event) => (hiddenLinks.has(event.data.linkId) ? withoutContent(event) : event)),
  };
};
