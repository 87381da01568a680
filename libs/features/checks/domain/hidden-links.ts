import type { Recorded } from '#kernel';
import { sightOfEvidence } from '#features/evidence';
import type { EvidenceState, EvidenceViewer } from '#features/evidence';
import type { CheckEvent, EvidenceLinked } from './check.events.js';

/** Links of which somebody sees only that they are there: what they link is restricted, and he is not named. */
export type HiddenLinks = ReadonlySet<string>;

export const NO_HIDDEN_LINKS: HiddenLinks = new Set();

export const linksHiddenFrom = (
  viewer: EvidenceViewer,
  events: readonly Recorded<CheckEvent>[],
  evidenceOf: (evidenceId: string) => EvidenceState | undefined,
): HiddenLinks => {
  const hidden = linkedIn(events).filter(
    ({ data }) => sightOfEvidence(viewer, evidenceOf(data.evidenceId)) !== 'whole',
  );
  return new Set(hidden.map(({ data }) => data.linkId));
};

/** Each piece of evidence that was ever linked to this check. */
export const evidenceEverLinked = (events: readonly Recorded<CheckEvent>[]): readonly string[] => [
  ...new Set(linkedIn(events).map(({ data }) => data.evidenceId)),
];

const linkedIn = (events: readonly Recorded<CheckEvent>[]): readonly Recorded<EvidenceLinked>[] =>
  events.filter((event): event is Recorded<EvidenceLinked> => event.type === 'EvidenceLinked');
