import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError, admit, canonicalJson, decide, schemaVersionOf, stateOf, withFacts } from '#kernel';
import type { AnyCommand, AnyEvent, Asked, Decision, Envelope, FactReaders, Receipt, Recorded, Stream } from '#kernel';
import { versionsErasedBy } from './erasure.js';
import { VersionConflict, VersionMissing } from './errors.js';
import { EventStore } from './event-store.js';
import type { Loaded, Request, StreamRef } from './event-store.js';
import { OneByOne } from './one-by-one.js';
import { Together } from './together.js';

const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 20;

/** One command, as its handler has it. */
export type Ask<State, Command extends AnyCommand> = {
  readonly command: Asked<Command>;
  readonly readers: FactReaders<State, Command>;
  /** The version that the caller saw: the command is for that one or for none. */
  readonly expectedVersion: number | undefined;
};

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
    { command, readers, expectedVersion }: Ask<State, Command>,
  ): Promise<Receipt> {
    const { decider } = stream;
    const { id, type, actor, deskId, commandId } = command as unknown as Command;
    const at = { category: decider.category, id };
    const request = { commandId, fingerprint: fingerprintOf(at, command) };
    const past = await this.store.load(deskId, at.category, id, request);
    if (past.receipt !== undefined) return past.receipt;
    if (expectedVersion !== undefined && expectedVersion !== past.version) throw stale(at, past, expectedVersion);
    if (expectedVersion === undefined && actor.kind === 'member' && decider.rules[type as Command['type']].versioned)
      throw new VersionMissing(type);
    const decision = await decisionOf(stream, past, command, readers);
    if (decision.events.length === 0) return this.store.noteNoop(deskId, request, { ...at, version: past.version });
    return this.append(stream, command as unknown as Command, { at, request, past, decision });
  }

  private append<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
    { upcasters }: Stream<State, Place, Command, Event>,
    command: Command,
    { at, request, past, decision }: Decided<Event>,
  ): Promise<Receipt> {
    const envelope = { ...envelopeOf(command), actor: { ...command.actor, capacity: decision.as } };
    const events = decision.events.map((event) => ({
      ...event,
      schemaVersion: schemaVersionOf(upcasters, event.type),
    }));
    const write = { ...at, expected: past.version === 0 ? ('absent' as const) : past.version, events };
    const erased = versionsErasedBy(decision.events);
    return erased.length === 0
      ? this.store.append(envelope, request.fingerprint, [write])
      : this.store.erase(envelope, request.fingerprint, write, erased);
  }
}

type Decided<Event extends AnyEvent> = {
  readonly at: StreamRef;
  readonly request: Request;
  readonly past: Loaded;
  readonly decision: Decision<Event>;
};

const NOTHING: Decision<never> = { as: 'member', events: [] };

/** Facts are read for an actor who may ask at all: nobody else learns by his refusal how another stream stands. */
const decisionOf = async <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  { decider }: Stream<State, Place, Command, Event>,
  { events }: Loaded,
  command: Asked<Command>,
  readers: FactReaders<State, Command>,
): Promise<Decision<Event>> => {
  const state = stateOf(decider, events as unknown as readonly Event[]);
  if (admit(decider, state, command) === undefined) return NOTHING;
  return decide(decider, state, await withFacts(readers, command, state));
};

/** Says nothing of what came in between: it is asked before any right, and some of it may be sealed. */
const stale = ({ category }: StreamRef, { version }: Loaded, expectedVersion: number): DomainError =>
  new DomainError('conflict', `${category}/stale`, `You saw version ${expectedVersion}; meanwhile it is ${version}.`, {
    actualVersion: version,
  });

/** Of what is asked, not of when or through whom it came. */
const fingerprintOf = ({ category }: StreamRef, { deskId, id, type, data, actor }: AnyCommand): string =>
  createHash('sha256')
    .update(canonicalJson([deskId, `${category}-${id}`, type, data, actor.id]))
    .digest('hex');

const envelopeOf = ({ deskId, commandId, correlationId, cause, actor, at }: Envelope): Envelope => ({
  deskId,
  commandId,
  correlationId,
  ...(cause === undefined ? {} : { cause }),
  actor,
  at,
});
