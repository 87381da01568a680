import { stateOf } from '#kernel';
import type { DataOf, Instant, Recorded } from '#kernel';
import { claimFactsOf, claimStream } from '#features/claims';
import type { ClaimAppearanceAdded, ClaimEvent, ClaimFacts } from '#features/claims';
import type { EvidenceEvent } from '#features/evidence';
import type { PinnedScale } from '#features/standards';
import type { PublicationSettings } from './publication-settings.js';

/** What a published version is shown with, as it stood then: none of it stands in the stream of the check. */
export type Surroundings = {
  readonly claim: Pick<ClaimFacts, 'text' | 'language' | 'claimant' | 'statedOn'>;
  readonly appearances: readonly DataOf<ClaimAppearanceAdded>[];
  readonly scale: PinnedScale;
  /** All that has happened to it since, too: who may see it is decided as it stands now. */
  readonly evidenceOf: (evidenceId: string) => readonly Recorded<EvidenceEvent>[];
  readonly settings: PublicationSettings;
  readonly isRehearsal: boolean;
  /** Where the desk is: it tells which day it was when something was published. */
  readonly timeZone: string;
};

/** A claim as it read in this revision: the one that was approved. */
export const claimInRevision = (
  claimId: string,
  events: readonly Recorded<ClaimEvent>[],
  revision: number,
): ClaimFacts | undefined => {
  const after = events.findIndex((_, place) => (factsAfter(claimId, events, place)?.revision ?? 0) > revision);
  return factsAfter(claimId, events, after === -1 ? events.length : after - 1);
};

const factsAfter = (claimId: string, events: readonly Recorded<ClaimEvent>[], place: number): ClaimFacts | undefined =>
  claimFactsOf(claimId, stateOf(claimStream.decider, events.slice(0, place + 1)));

/** Where the claim was known to have appeared at that time. */
export const appearancesAt = (
  events: readonly Recorded<ClaimEvent>[],
  instant: Instant,
): Surroundings['appearances'] => {
  const past = events.filter(({ recordedAt }) => recordedAt <= instant);
  const withdrawn = past.flatMap((event) =>
    event.type === 'ClaimAppearanceWithdrawn' ? [event.data.appearanceId] : [],
  );
  return past.flatMap((event) =>
    event.type === 'ClaimAppearanceAdded' && !withdrawn.includes(event.data.appearanceId) ? [event.data] : [],
  );
};
