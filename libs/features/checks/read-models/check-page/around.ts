import { claimFactsOf, claimStream } from '#features/claims';
import { evidenceFactsOf, evidenceStream } from '#features/evidence';
import { memberFactsOf, memberStream } from '#features/members';
import { publishedScale, scaleStream } from '#features/standards';
import { refTo } from '#platform/event-store';
import type { StreamRef, Together } from '#platform/event-store';
import { rulesOf } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import { standsIn } from '../../domain/stage.js';
import { agreedToReview } from './attempts.js';
import type { Around } from './attempts.js';

/** Where a round can be opened: who would review, and by which scale. */
export const wantedForRound = (state: CheckState): readonly StreamRef[] =>
  standsIn(state, ['ready_for_review'])
    ? [refTo(scaleStream, rulesOf(state).scale.scaleId), ...agreedToReview(state).map((id) => refTo(memberStream, id))]
    : [];

/** What decisions know from elsewhere, out of what was read for the page. */
export const aroundIn = (
  { checkId, memberId }: { readonly checkId: string; readonly memberId: string },
  core: Together,
  rest: Together,
  state: CheckState,
): Around => ({
  claim: claimFactsOf(checkId, core.stateOf(claimStream, checkId)),
  member: memberFactsOf(memberId, core.stateOf(memberStream, memberId)),
  evidence: evidenceFactsIn(rest, state),
  ...(standsIn(state, ['ready_for_review']) ? roundIn(rest, state) : { reviewers: [], scale: undefined }),
});

/** Of everything that is linked now. */
export const evidenceFactsIn = (found: Together, { links }: CheckState): Around['evidence'] =>
  [...new Set(links.map(({ evidenceId }) => evidenceId))]
    .map((id) => evidenceFactsOf(id, found.stateOf(evidenceStream, id)))
    .filter((facts) => facts !== undefined);

const roundIn = (found: Together, state: CheckState): Pick<Around, 'reviewers' | 'scale'> => {
  const { scaleId, version } = rulesOf(state).scale;
  return {
    reviewers: agreedToReview(state)
      .map((id) => memberFactsOf(id, found.stateOf(memberStream, id)))
      .filter((facts) => facts !== undefined),
    scale: publishedScale(scaleId, version, found.stateOf(scaleStream, scaleId)),
  };
};
