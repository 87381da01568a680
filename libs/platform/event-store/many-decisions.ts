import type { AnyCommand, AnyEvent, Receipt, Stream } from '#kernel';
import { VersionConflict } from './errors.js';
import type { Addressed, EventStore, Loaded, Settled } from './event-store.js';
import { addressed, judge } from './judging.js';
import type { Ask, Judgement } from './judging.js';

/** The answer to one of many commands, and the types of the events that it has stored, now or the first time. */
export type Done = { readonly receipt: Receipt; readonly types: readonly string[] };

type Many<State, Command extends AnyCommand> = {
  readonly asks: readonly Ask<State, Command>[];
  /** For a command that has lost a race, or that erases. */
  readonly alone: (ask: Ask<State, Command>) => Promise<Receipt>;
};

/** Loads all streams, decides each command, then stores all that was decided: a few round trips for any number of them. */
export const decideEach = async <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  store: EventStore,
  stream: Stream<State, Place, Command, Event>,
  { asks, alone }: Many<State, Command>,
): Promise<readonly Settled<Done>[]> => {
  const results: Settled<Done>[] = [];
  for (const places of turnsOf(asks.map(({ command }) => (command as unknown as Command).id))) {
    const done = await decideTurn(store, stream, { asks: places.map((place) => itemAt(asks, place)), alone });
    for (const [turn, place] of places.entries()) results[place] = itemAt(done, turn);
  }
  return results;
};

/** The places of these names, so that no turn has a name twice: the nth of each name is in the nth turn. */
const turnsOf = (names: readonly string[]): readonly (readonly number[])[] => {
  const turns: number[][] = [];
  const taken = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    const turn = taken.get(name) ?? 0;
    taken.set(name, turn + 1);
    (turns[turn] ??= []).push(place);
  }
  return turns;
};

const decideTurn = async <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  store: EventStore,
  stream: Stream<State, Place, Command, Event>,
  { asks, alone }: Many<State, Command>,
): Promise<readonly Settled<Done>[]> => {
  const addresses = asks.map(({ command }) => addressed(stream, command));
  const pasts = await store.loadEach(addresses);
  const judgements = await Promise.allSettled(
    asks.map(async (ask, place) => judge(stream, ask, valueOf(itemAt(pasts, place)))),
  );
  const stored = await storeAll(store, addresses, judgements);
  const byItself = async (place: number): Promise<Done> => {
    const receipt = await alone(itemAt(asks, place));
    const { deskId, at, request } = itemAt(addresses, place);
    return { receipt, types: typesBy(request.commandId, await store.load(deskId, at.category, at.id)) };
  };
  return Promise.allSettled(
    judgements.map(async (judged, place): Promise<Done> => {
      const judgement = valueOf(judged);
      if ('receipt' in judgement) {
        const { commandId } = itemAt(addresses, place).request;
        return { receipt: judgement.receipt, types: typesBy(commandId, valueOf(itemAt(pasts, place))) };
      }
      const answer = stored.get(place);
      if (answer === undefined || hasLostRace(answer)) return byItself(place);
      const types = 'write' in judgement ? judgement.write.events.map(({ type }) => type) : [];
      return { receipt: valueOf(answer), types };
    }),
  );
};

/** What was stored for whom: nothing for those that were refused, were answered before, or must be done by themselves. */
const storeAll = async (
  store: EventStore,
  addresses: readonly Addressed[],
  judgements: readonly Settled<Judgement>[],
): Promise<ReadonlyMap<number, Settled<Receipt>>> => {
  const decided = judgements.flatMap((judged, place) =>
    judged.status === 'fulfilled' ? [{ place, address: itemAt(addresses, place), judgement: judged.value }] : [],
  );
  const toAppend = decided.flatMap(({ place, address: { request }, judgement }) =>
    'write' in judgement && judgement.erased.length === 0
      ? [{ place, ...judgement, fingerprint: request.fingerprint }]
      : [],
  );
  const toNote = decided.flatMap(({ place, address, judgement }) =>
    'idleAt' in judgement ? [{ place, ...address, version: judgement.idleAt }] : [],
  );
  const appended = await store.appendEach(toAppend);
  const noted = await store.noteEach(toNote);
  return new Map([
    ...toAppend.map(({ place }, turn) => [place, itemAt(appended, turn)] as const),
    ...toNote.map(({ place }, turn) => [place, itemAt(noted, turn)] as const),
  ]);
};

const hasLostRace = (answer: Settled<Receipt>): boolean =>
  answer.status === 'rejected' && answer.reason instanceof VersionConflict;

const typesBy = (commandId: string, { events }: Loaded): readonly string[] =>
  events.filter((event) => event.commandId === commandId).map(({ type }) => type);

const valueOf = <Value>(settled: Settled<Value>): Value => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

const itemAt = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place];
  if (item === undefined) throw new RangeError(`There is nothing at ${place}.`);
  return item;
};
