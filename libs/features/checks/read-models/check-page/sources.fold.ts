import type { Recorded } from '#kernel';
import type { SubmissionEvent } from '#features/claims';
import { sightOfEvidence, visibleEvidence } from '#features/evidence';
import type { EvidenceEvent, EvidenceState, EvidenceViewer } from '#features/evidence';
import { ofType } from '../of-type.js';
import type { CheckPage } from './check-page.answer.js';

/** The text in which a claim stands. How to reach who sent it is no part of the page. */
export const sourceIn = (events: readonly Recorded<SubmissionEvent>[], revision: number): CheckPage['source'] => {
  const [registered] = ofType(events, 'SubmissionRegistered');
  if (registered === undefined) return undefined;
  const { kind, title, language, publisher, sourceUrl } = registered.data;
  const texts = [registered, ...ofType(events, 'SubmissionRevised')];
  const text = texts.find(({ data }) => data.revision === revision)?.data.text ?? '';
  return { submissionId: registered.id, kind, title, language, publisher, sourceUrl, text };
};

/** What a link points to, as this viewer may see it. */
export const evidenceIn = (
  viewer: EvidenceViewer,
  events: readonly Recorded<EvidenceEvent>[],
  state: EvidenceState | undefined,
): CheckPage['links'][number]['evidence'] => {
  if (state === undefined || state.status === 'absent') return undefined;
  const sight = sightOfEvidence(viewer, state);
  const parts = events.map((event) => visibleEvidence(sight, event));
  const { kind, title, url, publisher } = parts.find((part) => part.type === 'EvidenceCaptured')?.data ?? {};
  const sha256 = parts.findLast((part) => part.type === 'EvidenceArchived')?.data.sha256;
  const { status, restrictedTo } = state;
  return { isRestricted: restrictedTo !== undefined, kind, title, url, publisher, status, sha256 };
};
