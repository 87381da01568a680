import type { Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import { REVIEWER_IS_INDEPENDENT, keep } from '#features/members';
import type { MemberFacts } from '#features/members';
import type { PinnedScale } from '#features/standards';
import type { Opinion, Precedent } from './check.commands.js';
import { notYours } from './check.errors.js';
import { demandImpartial } from './impartial.guards.js';
import { linkUnknown } from './research.errors.js';
import {
  findingDoesNotFitLabel,
  labelUnknown,
  precedentNotAnswered,
  reviewerNotAssigned,
  roundClosed,
  rulingWithdrawn,
} from './review.errors.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Round, Ruling } from './check.state.js';

/** Who is named in a round: each has agreed to review, is independent, and has no interest. */
export const demandReviewers = (
  reviewers: readonly string[],
  members: readonly MemberFacts[],
  claim: ClaimFacts,
  { assignments, people }: CheckState,
): void => {
  const agreed = assignments
    .filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted')
    .map(({ memberId }) => memberId);
  const others = reviewers.filter((id) => !agreed.includes(id));
  if (others.length > 0) throw reviewerNotAssigned(others);
  for (const id of reviewers) keep(REVIEWER_IS_INDEPENDENT, id, people, 'check');
  for (const member of members) demandImpartial(member, claim, people);
};

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
  demandImpartial(member, people, people);
};

/** One's own ruling in the round at hand, while it counts. Of others' it says no more than of those that are not there. */
export const ownRuling = (rulingId: string, memberId: string, { rulings, former }: Round): Ruling => {
  const isIt = (one: Pick<Ruling, 'rulingId' | 'reviewerId'>): boolean =>
    one.rulingId === rulingId && one.reviewerId === memberId;
  const ruling = rulings.find(isIt);
  if (ruling === undefined) throw former.some(isIt) ? rulingWithdrawn() : notYours();
  return ruling;
};

/** What a ruling may say: within the pinned scale, on linked evidence, and not silently against a precedent. */
export const demandSound = (
  { label, finding, linkIds, departure }: Opinion,
  precedents: readonly Precedent[],
  state: CheckState,
  { scale }: Round,
): void => {
  const named = scale.labels.find(({ key }) => key === label);
  if (named === undefined) throw labelUnknown(label, keysOf(scale));
  if (!named.findings.includes(finding)) throw findingDoesNotFitLabel(named.findings);
  demandLinked(linkIds, state);
  const departedFrom = precedents.filter((precedent) => precedent.finding !== finding);
  if (rulesOf(state).review.answerPrecedents && departure === undefined && departedFrom.length > 0)
    throw precedentNotAnswered(departedFrom.map(({ checkId }) => checkId));
};

export const keysOf = ({ labels }: PinnedScale): readonly Key[] => labels.map(({ key }) => key);

export const demandLinked = (linkIds: readonly string[], { links }: CheckState): void => {
  const unknown = linkIds.filter((id) => !links.some(({ linkId }) => linkId === id));
  if (unknown.length > 0) throw linkUnknown(unknown);
};
