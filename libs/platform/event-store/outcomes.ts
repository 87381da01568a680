import type { Receipt } from '#kernel';
import { CommandIdReused, StreamClosed, VersionConflict } from './errors.js';
import type { Write, Writes } from './event-store.js';
import { refOf } from './stored-event.js';

/** What `event_store.append` answers for one write. `last` is the stream's version where it was refused. */
export type Outcome = {
  readonly outcome: 'appended' | 'duplicate' | 'reused' | 'closed' | 'conflict';
  readonly stream: string;
  readonly last: number;
};

/** The answer for the first write, or the error that the first refusal is. */
export const receiptFrom = (outcomes: readonly Outcome[], commandId: string, writes: Writes): Receipt => {
  for (const { outcome, stream, last } of outcomes) {
    if (outcome === 'reused') throw new CommandIdReused(commandId);
    if (outcome === 'closed') throw new StreamClosed(stream);
    if (outcome === 'conflict') throw new VersionConflict(stream, writeTo(writes, stream)?.expected ?? 'any', last);
  }
  const first = outcomes.find(({ stream }) => writeTo(writes, stream) === writes[0]) ?? outcomes[0];
  if (first === undefined) throw new Error(`No outcome of command ${commandId}.`);
  const replayed = first.outcome === 'duplicate' ? { replayed: true as const } : {};
  return { id: refOf(first.stream).id, version: first.last, ...replayed };
};

/** The writes of one command are refused together, by an error that says the outcome of each. */
export const outcomesIn = (error: unknown): readonly Outcome[] | undefined => {
  const { code, detail } = error as { readonly code?: unknown; readonly detail?: unknown };
  const isRefusal = code === 'DK001' || code === 'DK002' || code === 'DK003';
  return isRefusal && typeof detail === 'string' ? (JSON.parse(detail) as readonly Outcome[]) : undefined;
};

/** Who expected no version was only too slow, unless he expected a stream where none is. */
export const isLostRace = (error: unknown): boolean =>
  error instanceof VersionConflict && (error.expected === 'any' || (error.expected === 'exists' && error.actual > 0));

const writeTo = (writes: Writes, stream: string): Write | undefined =>
  writes.find(({ category, id }) => `${category}-${id}` === stream);
