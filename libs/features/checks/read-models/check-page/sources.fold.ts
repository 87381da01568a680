import type { Recorded } from '#kernel';
import type { SubmissionEvent } from '#features/claims';
import type { EvidenceEvent, EvidenceState } from '#features/evidence';
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

/** What a link points to. */
export const evidenceIn = (
  events: readonly Recorded<EvidenceEvent>[],
  state: EvidenceState | undefined,
): CheckPage['links'][number]['evidence'] => {
  const [captured] = ofType(events, 'EvidenceCaptured');
  if (captured === undefined || state === undefined || state.status === 'absent') return undefined;
  const { kind, title, url, publisher } = captured.data;
  const sha256 = ofType(events, 'EvidenceArchived').at(-1)?.data.sha256;
  return { kind, title, url, publisher, status: state.status, sha256 };
};
