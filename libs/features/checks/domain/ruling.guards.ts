import { REVIEWER_IS_INDEPENDENT, keep, keepFreeOfInterest } from '#features/members';
import type { MemberFacts } from '#features/members';
import type { Opinion, Precedent } from './check.commands.js';
import { notYours } from './check.errors.js';
import { linkUnknown } from './research.errors.js';
import { findingDoesNotFitLabel, labelUnknown, precedentNotAnswered, roundClosed } from './review.errors.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Round } from './check.state.js';

/** Who may rule at all: a reviewer of the round at hand, while it is that round, independent and free of interest. */
export const demandReviewer = (
  memberId: string,
  member: MemberFacts | undefined,
  round: number,
  { people }: CheckState,
  atHand: Round,
): void => {
  if (member === undefined || !atHand.reviewers.includes(memberId)) throw notYours();
  if (round !== atHand.round) throw roundClosed(atHand.round);
  keep(REVIEWER_IS_INDEPENDENT, memberId, people, 'check');
  keepFreeOfInterest(member, people, 'check');
};

/** What a ruling may say: within the pinned scale, on linked evidence, and not silently against a precedent. */
export const demandSound = (
  { label, finding, linkIds, departure }: Opinion,
  precedents: readonly Precedent[],
  state: CheckState,
  { scale }: Round,
): void => {
  const named = scale.labels.find(({ key }) => key === label);
  if (named === undefined)
    throw labelUnknown(
      label,
      scale.labels.map(({ key }) => key),
    );
  if (!named.findings.includes(finding)) throw findingDoesNotFitLabel(named.findings);
  demandLinked(linkIds, state);
  const departedFrom = precedents.filter((precedent) => precedent.finding !== finding);
  if (rulesOf(state).review.answerPrecedents && departure === undefined && departedFrom.length > 0)
    throw precedentNotAnswered(departedFrom.map(({ checkId }) => checkId));
};

export const demandLinked = (linkIds: readonly string[], { links }: CheckState): void => {
  const unknown = linkIds.filter((id) => !links.some(({ linkId }) => linkId === id));
  if (unknown.length > 0) throw linkUnknown(unknown);
};
