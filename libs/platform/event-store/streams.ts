import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AnyCommand, AnyEvent, Receipt, Recorded, Stream } from '#kernel';
import { VersionConflict } from './errors.js';
import { EventStore } from './event-store.js';
import type { StreamRef } from './event-store.js';
import { addressed, judge } from './judging.js';
import type { Ask } from './judging.js';
import { decideEach } from './many-decisions.js';
import type { Done } from './many-decisions.js';
import { OneByOne } from './one-by-one.js';
import { Together } from './together.js';

const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 20;

@Injectable()
export class Streams {
  private readonly queues = new OneByOne();

  constructor(private readonly store: EventStore) {}

  /**
   * Loads, admits, reads the facts, decides, appends. After a conflict it does all of it again, and in the end throws
   * `VersionConflict`, which is no refusal. Who named a version is refused as soon as it is not the stream's.
   * Commands for one stream wait for each other, so that a process does not race itself.
   */
  decide<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    ask: Ask<State, Command>,
  ): Promise<Receipt> {
    const { deskId, id } = ask.command as unknown as Command;
    return this.queues.run(`${deskId}/${stream.decider.category}-${id}`, () => this.decideUntilStored(stream, ask));
  }

  /**
   * Many commands of one desk, each as `decide` would do it by itself, in the round trips of one: what is refused stops no
   * other. Those for one stream keep their order.
   */
  decideEach<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    asks: readonly Ask<State, Command>[],
  ): Promise<readonly PromiseSettledResult<Done>[]> {
    return decideEach(this.store, stream, { asks, alone: (ask) => this.decide(stream, ask) });
  }

  /** What happened to one stream, from its first event on. */
  async eventsOf<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    { decider: { category } }: Stream<State, Place, Command, Event>,
    deskId: number,
    id: string,
  ): Promise<readonly Recorded<Event>[]> {
    const { events } = await this.store.load(deskId, category, id);
    return events as readonly Recorded<Event>[];
  }

  /** Several streams as they stand at one moment, in one round trip; none if nothing is wanted. */
  async readTogether(deskId: number, wanted: readonly StreamRef[]): Promise<Together> {
    return new Together(wanted, wanted.length === 0 ? [] : await this.store.loadMany(deskId, wanted));
  }

  private async decideUntilStored<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    ask: Ask<State, Command>,
  ): Promise<Receipt> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.decideOnce(stream, ask);
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === ATTEMPTS) throw error;
      }
      await sleep(Math.random() * LONGEST_PAUSE_MS);
    }
  }

  private async decideOnce<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    stream: Stream<State, Place, Command, Event>,
    ask: Ask<State, Command>,
  ): Promise<Receipt> {
    const { deskId, at, request } = addressed(stream, ask.command);
    const past = await this.store.load(deskId, at.category, at.id, request);
    const judgement = await judge(stream, ask, past);
    if ('receipt' in judgement) return judgement.receipt;
    if ('idleAt' in judgement) return this.store.noteNoop(deskId, request, { ...at, version: judgement.idleAt });
    const { envelope, write, erased } = judgement;
    return erased.length === 0
      ? this.store.append(envelope, request.fingerprint, [write])
      : this.store.erase(envelope, request.fingerprint, write, erased);
  }
}
