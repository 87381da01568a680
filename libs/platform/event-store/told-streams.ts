import { createHash } from 'node:crypto';
import { decide, schemaVersionOf } from '#kernel';
import type { AnyCommand, AnyEvent, Decider, Envelope, Stream } from '#kernel';
import type { Appending } from './event-store.js';

/** A command without its envelope. */
export type Sent<Command extends AnyCommand> = Command extends AnyCommand ? Omit<Command, keyof Envelope> : never;

/**
 * Streams that are written from their first event on without a store: each command is decided on what was told before,
 * with the facts that it brings. What it would have stored waits to be appended, in the order told.
 */
export class ToldStreams {
  readonly appends: Appending[] = [];
  private readonly streams = new Map<string, { readonly version: number; readonly state: unknown }>();

  stateOf<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    { decider }: Stream<State, Place, Command, Event>,
    id: string,
  ): State {
    return (this.streams.get(`${decider.category}-${id}`)?.state ?? decider.initialState) as State;
  }

  /** Throws the refusal, and what has nothing to do. */
  tell<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    sent: Sent<Command>,
    envelope: Envelope,
  ): void {
    const { decider, upcasters } = stream;
    const command = { ...sent, ...envelope } as unknown as Command;
    const { id, type } = command;
    const { as, events } = decide(decider, this.stateOf(stream, id), command);
    if (events.length === 0) throw new Error(`${type} has nothing to do in what is told.`);
    const name = `${decider.category}-${id}`;
    const { version } = this.streams.get(name) ?? { version: 0 };
    const state = events.reduce(
      (before, event, place) => evolved(decider, before, event, version + place + 1),
      this.stateOf(stream, id),
    );
    this.streams.set(name, { version: version + events.length, state });
    this.appends.push({
      envelope: { ...envelope, actor: { ...envelope.actor, capacity: as } },
      fingerprint: createHash('sha256').update(envelope.commandId).digest('hex'), // nobody will send it again
      write: {
        category: decider.category,
        id,
        expected: version === 0 ? 'absent' : version,
        events: events.map((event) => ({ ...event, schemaVersion: schemaVersionOf(upcasters, event.type) })),
      },
    });
  }
}

/** As a fold would do it, event by event. */
const evolved = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  { evolve }: Decider<State, Place, Command, Event>,
  state: State,
  event: Event,
  version: number,
): State => {
  type Evolution = (state: State, event: Event, version: number) => State;
  return (evolve as unknown as Readonly<Record<string, Evolution>>)[event.type]?.(state, event, version) ?? state;
};
