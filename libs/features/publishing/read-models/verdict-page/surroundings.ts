import type { DataOf, Recorded } from '#kernel';
import type { ClaimAppearanceAdded, ClaimFacts } from '#features/claims';
import type { EvidenceEvent } from '#features/evidence';
import type { PinnedScale } from '#features/standards';
import type { PublicationSettings } from './publication-settings.js';

/** What a published version is shown with: none of it stands in the stream of the check. */
export type Surroundings = {
  readonly claim: Pick<ClaimFacts, 'text' | 'language' | 'claimant' | 'statedOn'>;
  readonly appearances: readonly DataOf<ClaimAppearanceAdded>[];
  readonly scale: PinnedScale;
  readonly evidenceOf: (evidenceId: string) => readonly Recorded<EvidenceEvent>[];
  readonly settings: PublicationSettings;
  /** Where the desk is: it tells which day it was when something was published. */
  readonly timeZone: string;
};
