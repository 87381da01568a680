import type { OfType } from '#kernel';
import type { CheckCommand } from '../check.commands.js';
import type { CheckEvent } from '../check.events.js';

/** An event, the command that led to it, and who had an interest in the claimant then. */
export type Step = {
  readonly event: CheckEvent;
  readonly command: CheckCommand;
  readonly interested: readonly string[];
};

export type Past = readonly CheckEvent[];

/** What must hold of every event after those before it, said once more without the decider. */
export type Invariant = (step: Step, past: Past) => boolean;

export const of = <Type extends CheckEvent['type']>(past: Past, type: Type): readonly OfType<CheckEvent, Type>[] =>
  past.filter((event): event is OfType<CheckEvent, Type> => event.type === type);

/** The events that made an evidence set each. */
export const evidenceChangesIn = (past: Past) =>
  past.flatMap((event) =>
    event.type === 'EvidenceLinked' || event.type === 'EvidenceReassessed' || event.type === 'EvidenceUnlinked'
      ? [event.data]
      : [],
  );
