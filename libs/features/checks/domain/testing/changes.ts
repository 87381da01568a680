import type { Actor, DataOf, Envelope, Instant } from '#kernel';
import type { CheckCommand } from '../check.commands.js';
import { NOW } from './world.js';

/** What a test says about a command itself. */
export type Changes<Command extends CheckCommand> = {
  readonly data?: Partial<DataOf<Command>>;
  readonly facts?: Command extends { readonly facts: infer Facts } ? Partial<Facts> : never;
  readonly at?: Instant;
};

export const from = (actor: Actor, at: Instant = NOW): Envelope & { readonly id: string } => ({
  id: 'c4',
  deskId: 1,
  commandId: 'command',
  correlationId: 'request',
  actor,
  at,
});
