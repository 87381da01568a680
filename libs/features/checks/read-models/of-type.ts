import type { AnyEvent, OfType, Recorded } from '#kernel';

/** The events of one type, in their order. */
export const ofType = <Event extends AnyEvent, Type extends Event['type']>(
  events: readonly Recorded<Event>[],
  type: Type,
): readonly Recorded<OfType<Event, Type>>[] =>
  events.filter((event): event is Recorded<OfType<Event, Type>> => event.type === type);
