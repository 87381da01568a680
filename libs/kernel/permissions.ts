import type { Permission } from './access.js';
import { can, decide } from './decider.js';
import type { Decider } from './decider.js';
import { DomainError } from './errors.js';
import type { Actor, AnyCommand, AnyEvent } from './messages.js';

/**
 * For each command that people send to a stream that is there: what it would meet if this actor sent it now. An attempt is
 * what he would send at best, and is decided in full; without one the answer is that of `can`.
 */
export const permissionsFor = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  actor: Actor,
  attempts: readonly Command[] = [],
): Readonly<Record<string, Permission>> =>
  Object.fromEntries(
    peopleSend(decider).map((type) => {
      const permission = can(decider, state, actor, type);
      const attempt = permission.allowed ? attempts.find((one) => one.type === type) : undefined;
      return [type, (attempt && refusalOf(decider, state, attempt)) ?? permission];
    }),
  );

const peopleSend = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>({
  rules,
}: Decider<State, Place, Command, Event>): readonly Command['type'][] =>
  (Object.keys(rules) as Command['type'][]).filter((type) => {
    const { by, from } = rules[type];
    return !by.every((one) => one.startsWith('service')) && !from.every((place) => place === 'absent');
  });

const refusalOf = <State, Place extends string, Command extends AnyCommand, Event extends AnyEvent>(
  decider: Decider<State, Place, Command, Event>,
  state: State,
  command: Command,
): Permission | undefined => {
  try {
    decide(decider, state, command);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { allowed: false, code: error.code, reason: error.message };
  }
};
