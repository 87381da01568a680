import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';

/** By which time of the events a moment is found: when they were recorded, or when it is said that they happened. */
export type MomentClock = 'recorded' | 'stated';

/** What happened up to a moment: an instant, or a version of the stream, `check-<id>@<version>`. */
export const eventsUpTo = (
  events: readonly Recorded<CheckEvent>[],
  moment: string,
  clock: MomentClock,
): readonly Recorded<CheckEvent>[] => {
  const [, version] = moment.split('@');
  if (version !== undefined) return events.filter((event) => event.version <= Number(version));
  const after = events.findIndex(({ recordedAt, at }) => (clock === 'recorded' ? recordedAt : at) > moment);
  return after === -1 ? events : events.slice(0, after);
};
