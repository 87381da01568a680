import { stateOf } from '#kernel';
import type { AnyCommand, AnyEvent, Recorded, Stream } from '#kernel';
import type { Loaded, StreamRef } from './event-store.js';

/** Several streams as they stood at one moment. Only those that were asked for can be looked at. */
export class Together {
  private readonly streams: ReadonlyMap<string, Loaded>;

  constructor(wanted: readonly StreamRef[], loaded: readonly Loaded[]) {
    this.streams = new Map(
      loaded.map((stream, place) => [nameOf(wanted[place]?.category, wanted[place]?.id), stream] as const),
    );
  }

  /** What happened to one of them: nothing if it is absent. */
  eventsOf<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    { decider: { category } }: Stream<State, Place, Command, Event>,
    id: string,
  ): readonly Recorded<Event>[] {
    const loaded = this.streams.get(nameOf(category, id));
    if (loaded === undefined) throw new Error(`${nameOf(category, id)} was not asked for.`);
    return loaded.events as readonly Recorded<Event>[];
  }

  /** How one of them stands: `undefined` if it is absent. */
  stateOf<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    id: string,
  ): State | undefined {
    const events = this.eventsOf(stream, id);
    return events.length === 0 ? undefined : stateOf(stream.decider, events as unknown as readonly Event[]);
  }
}

const nameOf = (category: string | undefined, id: string | undefined): string => `${category}-${id}`;
