import { actsAs, demand, mayEver, told } from './access.js';
import type { By, Capacity, Permission } from './access.js';
import { DomainError } from './errors.js';
import type { Asked } from './facts.js';
import type { Actor, AnyCommand, AnyEvent, OfType } from './messages.js';

/** Before its first event a stream stands at `absent`. */
export type Absent = 'absent';

/** Who may ask, from where it is possible, and what follows: one row of the book of rules. */
export type Rule<State, Place extends string, Command extends AnyCommand, Emitted extends AnyEvent> = {
  readonly by: readonly By[];
  readonly from: readonly (Place | Absent)[];
  /** From where this very command is possible, when what it names narrows `from`. */
  readonly fromFor?: (command: Asked<Command>, state: State) => readonly Place[];
  /** For `own` in `by`. */
  readonly isOwn?: (command: Asked<Command>, state: State) => boolean;
  /** Members must name the version they saw. */
  readonly versioned?: true;
  /** Nothing is left to do: the actor repeats a decision of his own that is in force. */
  readonly unless?: (command: Asked<Command>, state: State) => boolean;
  readonly decide: (command: Command, state: State) => readonly Emitted[];
};

/** What one phase of a case decides, and what its own events change. It may emit events of other phases too. */
export type Phase<
  State,
  Place extends string,
  Command extends AnyCommand,
  Event extends AnyEvent,
  Emitted extends AnyEvent = Event,
> = {
  readonly rules: {
    readonly [Type in Command['type']]: Rule<State, Place, OfType<Command, Type>, Emitted>;
  };
  readonly evolve: {
    /** `version` is the event's own in its stream, for what later names it. */
    readonly [Type in Event['type']]: (state: State, event: OfType<Event, Type>, version: number) => State;
  };
};

/** Every rule of one kind of stream. The tables are complete or they do not compile. */
export type Decider<State, Place extends string, Command extends AnyCommand, Event extends AnyEvent> = Phase<
  State,
  Place,
  Command,
  Event
> & {
  readonly category: string;
  readonly initialState: State;
  /** The stage or status in which the stream is. */
  readonly placeOf: (state: State) => Place | Absent;
  readonly capacitiesOf?: (state: State, memberId: string) => readonly Capacity[];
  /** The refusal of a command in the wrong place, where domain.md gives it a name of its own. */
  readonly elsewhere?: { readonly [Type in Command['type']]?: () => DomainError };
};

/** As what the actor did it, and the events that follow. */
export type Decision<Event extends AnyEvent> = { readonly as: string; readonly events: readonly Event[] };

const NOTHING: Decision<never> = { as: 'member', events: [] };

/**
 * As what the actor may do this here. Tests, in this order: may he ever; is it done already; does the stream exist and
 * stand where this is possible; does he hold the capacity. `undefined`: nothing is left to do, or a service comes too late.
 */
export const admit = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  command: Asked<Command>,
): string | undefined => {
  const { actor, type } = command as unknown as Command;
  const rule = ruleOf(decider, type);
  demand(mayEver(rule.by, actor));
  if (rule.unless?.(command, state)) return undefined;
  const misplaced = misplacement(decider, state, type, rule.fromFor?.(command, state));
  if (misplaced !== undefined && actor.kind === 'service') return undefined;
  if (misplaced !== undefined) throw misplaced;
  return demand(actsAs(rule.by, actor, heldBy(decider, state, actor), rule.isOwn?.(command, state) ?? false));
};

/** What follows from a command: none when there is nothing left to do. Throws the refusal. */
export const decide = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  command: Command,
): Decision<Event> => {
  const as = admit(decider, state, command as unknown as Asked<Command>);
  return as === undefined ? NOTHING : { as, events: ruleOf(decider, command.type).decide(command, state) };
};

/** What `decide` would say before it looks at the data of the command, taking the item to be one's own: for buttons. */
export const can = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  actor: Actor,
  type: Command['type'],
): Permission => {
  const { by } = ruleOf(decider, type);
  const ever = mayEver(by, actor);
  if (!ever.allowed) return told(ever);
  const misplaced = misplacement(decider, state, type);
  if (misplaced !== undefined) return { allowed: false, code: misplaced.code, reason: misplaced.message };
  return told(actsAs(by, actor, heldBy(decider, state, actor), true));
};

/** The state after these events, from the first one on. A type that only a newer release knows changes nothing. */
export const stateOf = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  events: readonly Event[],
): State =>
  events.reduce((state, event, place) => {
    const evolutions: Partial<typeof decider.evolve> = decider.evolve;
    const evolution = evolutions[event.type as Event['type']];
    return evolution === undefined ? state : evolution(state, event as OfType<Event, Event['type']>, place + 1);
  }, decider.initialState);

const ruleOf = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  type: Command['type'],
): Rule<State, Place, Command, Event> => decider.rules[type] as unknown as Rule<State, Place, Command, Event>;

const heldBy = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  { capacitiesOf }: Decider<State, Place, Command, Event>,
  state: State,
  actor: Actor,
): readonly Capacity[] => capacitiesOf?.(state, actor.id) ?? [];

const misplacement = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  type: Command['type'],
  from: readonly (Place | Absent)[] = ruleOf(decider, type).from,
): DomainError | undefined => {
  const { category, elsewhere } = decider;
  const place = decider.placeOf(state);
  if (from.includes(place)) return undefined;
  if (place === 'absent') return new DomainError('not-found', `${category}/not-found`, `There is no such ${category}.`);
  if (from.every((one) => one === 'absent'))
    return new DomainError('conflict', `${category}/exists`, `This ${category} exists already.`);
  return elsewhere?.[type]?.() ?? wrongStage(category, from);
};

const wrongStage = (category: string, possible: readonly string[]): DomainError =>
  new DomainError('rule', `${category}/wrong-stage`, `This is possible only from: ${possible.join(', ')}.`, {
    possible,
  });
