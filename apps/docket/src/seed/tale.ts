import type { Actor, AnyCommand, AnyEvent, Instant, Stream } from '#kernel';
import { ToldStreams } from '#platform/event-store';
import type { Appending, Sent } from '#platform/event-store';
import type { Chance } from './chance.js';

const MINUTE_MS = 60_000;

/**
 * Commands one after the other, each decided by the rules of its stream as it would be when it is sent. Time passes between
 * them.
 */
export class Tale {
  private readonly told = new ToldStreams();

  constructor(
    private readonly deskId: number,
    readonly chance: Chance,
    /** Other ids at each desk, for one and the same history. */
    private readonly ids: Chance,
    private ms: number,
  ) {}

  /** What there is to store, in its order. */
  get appends(): readonly Appending[] {
    return this.told.appends;
  }

  get now(): Instant {
    return new Date(this.ms).toISOString();
  }

  newId(): string {
    return this.ids.id(this.ms);
  }

  pass(minutes: number): void {
    this.ms += minutes * MINUTE_MS;
  }

  stateOf<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    id: string,
  ): State {
    return this.told.stateOf(stream, id);
  }

  /** Throws the refusal. */
  tell<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    actor: Actor,
    sent: Sent<Command>,
  ): void {
    const commandId = this.newId();
    this.told.tell(stream, sent, { deskId: this.deskId, commandId, correlationId: commandId, actor, at: this.now });
    this.pass(this.chance.between(1, 40));
  }
}
