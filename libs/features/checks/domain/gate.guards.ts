import type { ClaimFacts } from '#features/claims';
import { approverTookNoPart, keep } from '#features/members';
import type { MemberFacts } from '#features/members';
import { assigneeUnknown } from './assignments.errors.js';
import type { Waiver } from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Draft } from './check.state.js';
import { demandImpartial } from './impartial.guards.js';
import { isRequested, received, unconsidered } from './replies.js';
import { replyMissing, replyNotConsidered, replyNotReceived, replyWindowOpen } from './replies.errors.js';
import { draftChanged } from './verdict.errors.js';
import { isWaived } from './waivers.js';

// What stands between a draft and its readers, beside its claim and its evidence.

/** What is signed is what was read, about the claim as it was when the draft was written. */
export const demandSame = (
  draft: Draft,
  seen: Pick<Draft, 'versionNo' | 'draftNo' | 'contentHash'>,
  { revision }: ClaimFacts,
): void => {
  const isSame = draft.draftNo === seen.draftNo && draft.contentHash === seen.contentHash;
  if (draft.versionNo !== seen.versionNo || !isSame || draft.claimRevision !== revision) throw draftChanged(draft);
};

/** What is published is what was approved, about the claim as it was then. */
export const demandSameClaim = (
  draft: Draft,
  { versionNo }: Pick<Draft, 'versionNo'>,
  { revision }: ClaimFacts,
): void => {
  if (draft.versionNo !== versionNo || approvalOf(draft).claimRevision !== revision) throw draftChanged(draft);
};

/** The signature that is in force. */
export const approvalOf = ({ approval }: Draft): NonNullable<Draft['approval']> => {
  if (approval === undefined) throw new Error('The draft is not approved.');
  return approval;
};

/** Who signs and who publishes took no part in making it, and has no interest in it. */
export const demandNoPart = (
  memberId: string,
  member: MemberFacts | undefined,
  claim: ClaimFacts,
  state: CheckState,
): void => {
  demandTookNoPart(memberId, state);
  demandFreeOfInterest(memberId, member, claim, state);
};

/** S3: made none of it. */
export const demandTookNoPart = (memberId: string, state: CheckState): void =>
  keep(approverTookNoPart(rulesOf(state).approval.mayHaveRuled), memberId, state.people, 'check');

/** S7, for whoever signs. */
export const demandFreeOfInterest = (
  memberId: string,
  member: MemberFacts | undefined,
  claim: ClaimFacts,
  { people }: CheckState,
): void => {
  if (member === undefined) throw assigneeUnknown(memberId);
  demandImpartial(member, claim, people);
};

/** Nobody who was asked may still answer in time. */
export const demandWindowsClosed = ({ replies }: CheckState): void => {
  const open = replies.filter(isRequested);
  const [first, ...others] = open.map(({ dueAt }) => dueAt);
  if (first === undefined) return;
  const last = others.reduce((one, other) => (other > one ? other : one), first);
  throw replyWindowOpen(
    open.map(({ replyId }) => replyId),
    last,
  );
};

/** Where the finding weighs on the claimant, he was asked, whatever came of it, or a waiver says why not. */
export const demandClaimantAsked = ({ finding }: Draft, waivers: readonly Waiver[], state: CheckState): void => {
  const isNeeded = rulesOf(state).reply.requiredFor.includes(finding) && !isWaived('reply', waivers);
  const isAsked = state.replies.some((reply) => reply.purpose === 'claimant' && !isRequested(reply));
  if (isNeeded && !isAsked) throw replyMissing(finding);
};

/** Every answer that no published version has considered yet is named. */
export const demandConsidered = (consideredReplyIds: readonly string[], state: CheckState): void => {
  const passedOver = unconsidered(state).filter((replyId) => !consideredReplyIds.includes(replyId));
  if (passedOver.length > 0) throw replyNotConsidered(passedOver);
};

/** Nothing is named that nobody has answered. */
export const demandReceived = (consideredReplyIds: readonly string[], state: CheckState): void => {
  const answered = received(state);
  const unknown = consideredReplyIds.filter((replyId) => !answered.includes(replyId));
  if (unknown.length > 0) throw replyNotReceived(unknown);
};
