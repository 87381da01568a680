import type { Absent, Phase } from '#kernel';
import type { ClaimCommand } from './claim.commands.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimState } from './claim.state.js';

export type ClaimPlace = Exclude<ClaimState['status'], Absent>;

/** The rules of one part of a claim's life, and what its own events change. */
export type ClaimPhase<Command extends ClaimCommand, Event extends ClaimEvent> = Phase<
  ClaimState,
  ClaimPlace,
  Command,
  Event,
  ClaimEvent
>;
