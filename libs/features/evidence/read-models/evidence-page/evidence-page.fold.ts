import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { evidenceDecider } from '../../domain/evidence.decider.js';
import type { EvidenceEvent } from '../../domain/evidence.events.js';
import { flagsOf } from '../../domain/evidence.flags.js';
import { sightOfEvidence, visibleEvidence } from '../../domain/visible.js';
import type { EvidencePart, EvidenceViewer } from '../../domain/visible.js';
import { runsIn } from './archive-runs.fold.js';
import type { EvidencePage } from './evidence-page.answer.js';

/** The page of what has happened to it, as this viewer may see it; `undefined`: there is no such evidence. */
export const evidencePageOf = (
  viewer: EvidenceViewer,
  events: readonly Recorded<EvidenceEvent>[],
): EvidencePage | undefined => {
  const state = stateOf(evidenceDecider, events);
  const sight = sightOfEvidence(viewer, state);
  const parts = events.map((event) => visibleEvidence(sight, event));
  const capture = parts.find((part) => part.type === 'EvidenceCaptured');
  if (capture === undefined || state.status === 'absent') return undefined;
  const { archiveRun: _, originGroup: __, ...captured } = capture.data;
  const { status, archiveRun, originGroup, restrictedTo } = state;
  const runs = runsIn(parts);
  const last = runs.at(-1);
  return {
    evidenceId: capture.id,
    version: events.length,
    sight,
    ...captured,
    originGroup,
    origins: originsIn(parts),
    capturedBy: capture.actor.id,
    capturedAt: capture.recordedAt,
    restriction: restrictedTo === undefined ? undefined : restrictionIn(parts),
    status,
    archiveRun,
    runs,
    copies: runs.flatMap(({ copy }) => copy ?? []),
    failure: last?.failure,
    acknowledged: last?.acknowledged,
    flags: flagsOf(state),
  };
};

const originsIn = (parts: readonly EvidencePart[]): EvidencePage['origins'] =>
  parts.flatMap((part) => {
    if (part.type !== 'EvidenceCaptured' && part.type !== 'EvidenceOriginAssessed') return [];
    const { originGroup = '' } = part.data;
    const reason = part.type === 'EvidenceOriginAssessed' ? part.data.reason : undefined;
    return [{ originGroup, reason, assessedBy: part.actor.id, assessedAt: part.recordedAt }];
  });

const restrictionIn = (parts: readonly EvidencePart[]): EvidencePage['restriction'] => {
  const last = parts.findLast((part) => part.type === 'EvidenceAccessRestricted');
  if (last === undefined) return undefined;
  const { memberIds = [], reason = '' } = last.data;
  return { memberIds: [...memberIds], reason, restrictedBy: last.actor.id, restrictedAt: last.recordedAt };
};
