import { createHash } from 'node:crypto';
import { DomainError, admit, canonicalJson, decide, schemaVersionOf, stateOf, withFacts } from '#kernel';
import type { AnyCommand, AnyEvent, Asked, Decision, Envelope, FactReaders, Receipt, Stream } from '#kernel';
import { versionsErasedBy } from './erasure.js';
import { VersionMissing } from './errors.js';
import type { Addressed, Loaded, StreamRef, Write } from './event-store.js';

/** One command, as its handler has it. */
export type Ask<State, Command extends AnyCommand> = {
  readonly command: Asked<Command>;
  readonly readers: FactReaders<State, Command>;
  /** The version that the caller saw: the command is for that one or for none. */
  readonly expectedVersion: number | undefined;
};

/** What is to be done about a command once its stream is loaded. */
export type Judgement =
  /** Nothing: it was answered before. */
  | { readonly receipt: Receipt }
  /** To note that it had nothing to do. */
  | { readonly idleAt: number }
  /** To append, and to blank what these events erase. */
  | { readonly envelope: Envelope; readonly write: Write; readonly erased: readonly number[] };

export const addressed = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  { decider: { category } }: Stream<State, Place, Command, Event>,
  command: Asked<Command>,
): Addressed => {
  const { deskId, id, commandId } = command as unknown as Command;
  const at = { category, id };
  return { deskId, at, request: { commandId, fingerprint: fingerprintOf(at, command) } };
};

/** Answered already, stale, or to be decided: in the order of every decision. Throws the refusal. */
export const judge = async <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  stream: Stream<State, Place, Command, Event>,
  { command, readers, expectedVersion }: Ask<State, Command>,
  past: Loaded,
): Promise<Judgement> => {
  const { decider, upcasters } = stream;
  const { id, type, actor } = command as unknown as Command;
  const at = { category: decider.category, id };
  if (past.receipt !== undefined) return { receipt: past.receipt };
  if (expectedVersion !== undefined && expectedVersion !== past.version) throw stale(at, past, expectedVersion);
  if (expectedVersion === undefined && actor.kind === 'member' && decider.rules[type as Command['type']].versioned)
    throw new VersionMissing(type);
  const decision = await decisionOf(stream, past, command, readers);
  if (decision.events.length === 0) return { idleAt: past.version };
  const events = decision.events.map((event) => ({ ...event, schemaVersion: schemaVersionOf(upcasters, event.type) }));
  return {
    envelope: { ...envelopeOf(command), actor: { ...actor, capacity: decision.as } },
    write: { ...at, expected: past.version === 0 ? 'absent' : past.version, events },
    erased: versionsErasedBy(decision.events),
  };
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
