import type { Decider } from './decider.js';
import type { AnyCommand, AnyEvent } from './messages.js';

/** The nth entry reads schema version n as version n + 1. */
export type Upcasters<Event extends AnyEvent> = {
  readonly [Type in Event['type']]?: readonly ((data: never) => unknown)[];
};

/** A kind of stream: its rules, and how its old events are read today. Its names begin with the decider's category. */
export type Stream<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent> = {
  readonly decider: Decider<State, Place, Command, Event>;
  readonly upcasters: Upcasters<Event>;
};

/** Any kind of stream, for who only wants its category or its upcasters. */
export type AnyStream = { readonly decider: { readonly category: string }; readonly upcasters: Upcasters<AnyEvent> };

export const defineStream = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  stream: Stream<State, Place, Command, Event>,
): Stream<State, Place, Command, Event> => stream;

/** The version under which an event of this type is stored today. */
export const schemaVersionOf = <Event extends AnyEvent>(upcasters: Upcasters<Event>, type: Event['type']): number =>
  (upcasters[type]?.length ?? 0) + 1;

/** The data of a stored event, in the newest shape. */
export const upcast = <Event extends AnyEvent>(
  upcasters: Upcasters<Event>,
  type: Event['type'],
  schemaVersion: number,
  data: unknown,
): unknown => {
  const steps = upcasters[type]?.slice(schemaVersion - 1) ?? [];
  return steps.reduce((older, step) => step(older as never), data);
};
