import { decide, stateOf } from '#kernel';
import type { CheckCommand } from '../check.commands.js';
import { checkDecider } from '../check.decider.js';
import type { CheckEvent } from '../check.events.js';

/** What a command led to. */
export type Act = { readonly command: CheckCommand; readonly as: string; readonly events: readonly CheckEvent[] };

/** Commands one after another, each decided on what happened before it. A refusal is thrown. */
export const play = (commands: readonly CheckCommand[]): readonly Act[] =>
  commands.reduce<readonly Act[]>((acts, command) => {
    const { as, events } = decide(checkDecider, stateOf(checkDecider, eventsOf(acts)), command);
    return [...acts, { command, as, events }];
  }, []);

export const eventsOf = (acts: readonly Act[]): readonly CheckEvent[] => acts.flatMap(({ events }) => events);
