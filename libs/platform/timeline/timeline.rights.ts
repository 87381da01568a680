import type { Actor, AnyCommand, AnyEvent, Answer, Recorded, Stream } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Seen } from './timeline.entries.js';

/** Who may read the timeline of a kind of stream, and how he sees each event: only its feature knows. */
export type Rights<Event extends AnyEvent> = {
  /** Asked before anything is read. */
  readonly mayRead: (actor: Actor, id: string) => Answer;
  /** As the stream stands. It refuses whom only the stream tells apart, and may look at others. */
  readonly seenBy: (
    actor: Actor,
    events: readonly Recorded<Event>[],
    around: { readonly deskId: number; readonly streams: Streams },
  ) => readonly Seen[] | Promise<readonly Seen[]>;
};

/** The timeline of a kind of stream, whatever its events are. */
export type TimelineSource = Rights<never> & {
  readonly category: string;
  readonly eventsOf: (streams: Streams, deskId: number, id: string) => Promise<readonly Recorded<AnyEvent>[]>;
};

export const timelineOf = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  stream: Stream<State, Place, Command, Event>,
  rights: Rights<Event>,
): TimelineSource => ({
  category: stream.decider.category,
  eventsOf: (streams, deskId, id) => streams.eventsOf(stream, deskId, id),
  mayRead: rights.mayRead,
  seenBy: rights.seenBy,
});
