import type { Actor, Capacity, Instant } from '#kernel';
import type { MemberFacts } from '#features/members';
import type {
  AcceptAssignment,
  AmendRuling,
  ApproveVerdict,
  CloseRound,
  DeclineAssignment,
  DraftVerdict,
  EndReconciliation,
  ExpireOffer,
  LinkEvidence,
  OfferAssignment,
  OpenCheck,
  OpenRound,
  Opinion,
  PublishVerdict,
  RecordTieBreak,
  Recuse,
  ReleaseAssignment,
  RevealRulings,
  SubmitForReview,
  SubmitRuling,
  TransferAssignment,
  WithdrawRuling,
} from '../check.commands.js';
import { from } from './changes.js';
import type { Changes } from './changes.js';
import { unproven } from './rulings.js';
import { factsOf, job } from './people.js';
import { NOW, TODAY, claim, e1, e2, fiveStep, policy } from './world.js';

// One builder per command. What a test is about it says itself; the rest is as in the acceptance scenario.

export const openCheck = (actor: Actor, { data, facts, at }: Changes<OpenCheck> = {}): OpenCheck => ({
  type: 'OpenCheck',
  data: { ...data },
  facts: { claim, policy, ...facts },
  ...from(actor, at),
});

export const offer = (
  actor: Actor,
  member: MemberFacts,
  capacity: Capacity,
  { data, facts, at }: Changes<OfferAssignment> = {},
): OfferAssignment => ({
  type: 'OfferAssignment',
  data: { assignmentId: `new-${member.memberId}`, memberId: member.memberId, capacity, ...data },
  facts: { member: { ...member, openLoad: 0 }, ...facts },
  ...from(actor, at),
});

export const accept = (
  actor: Actor,
  capacity: Capacity,
  { data, facts, at }: Changes<AcceptAssignment> = {},
): AcceptAssignment => ({
  type: 'AcceptAssignment',
  data: { assignmentId: `${actor.id}-${capacity}`, ...data },
  facts: { member: factsOf(actor), ...facts },
  ...from(actor, at),
});

export const decline = (
  actor: Actor,
  capacity: Capacity,
  { data, at }: Changes<DeclineAssignment> = {},
): DeclineAssignment => ({
  type: 'DeclineAssignment',
  data: { assignmentId: `${actor.id}-${capacity}`, code: 'busy', ...data },
  ...from(actor, at),
});

export const expire = (assignmentId: string, at: Instant, actor: Actor = job('expire-offer')): ExpireOffer => ({
  type: 'ExpireOffer',
  data: { assignmentId },
  ...from(actor, at),
});

export const transfer = (
  actor: Actor,
  assignmentId: string,
  member: MemberFacts,
  { data, facts, at }: Changes<TransferAssignment> = {},
): TransferAssignment => ({
  type: 'TransferAssignment',
  data: {
    assignmentId,
    newAssignmentId: `new-${member.memberId}`,
    toMemberId: member.memberId,
    reason: 'On leave from tomorrow on.',
    ...data,
  },
  facts: { member: { ...member, openLoad: 0 }, ...facts },
  ...from(actor, at),
});

export const release = (
  actor: Actor,
  assignmentId: string,
  { data, at }: Changes<ReleaseAssignment> = {},
): ReleaseAssignment => ({
  type: 'ReleaseAssignment',
  data: { assignmentId, code: actor.kind === 'service' ? 'role_lost' : 'editor', ...data },
  ...from(actor, at),
});

export const recuse = (actor: Actor, { data, at }: Changes<Recuse> = {}): Recuse => ({
  type: 'Recuse',
  data: { code: 'relationship', note: 'My brother works for the claimant.', ...data },
  ...from(actor, at),
});

export const link = (actor: Actor, { data, facts, at }: Changes<LinkEvidence> = {}): LinkEvidence => ({
  type: 'LinkEvidence',
  data: { linkId: 'l1', evidenceId: 'e1', stance: 'refutes', nature: 'assertion', weight: 'low', ...data },
  facts: { evidence: e1, ...facts },
  ...from(actor, at),
});

export const submitForReview = (actor: Actor, { data, facts, at }: Changes<SubmitForReview> = {}): SubmitForReview => ({
  type: 'SubmitForReview',
  data: {
    proposal: { finding: 'insufficient_evidence', strength: 'low', rationale: 'Both sides only assert.' },
    ...data,
  },
  facts: { claim, evidence: [e1, e2], ...facts },
  ...from(actor, at),
});

export const openRound = (
  actor: Actor,
  reviewers: readonly string[],
  { data, facts, at }: Changes<OpenRound> = {},
): OpenRound => ({
  type: 'OpenRound',
  data: { purpose: 'full', reviewers, ...data },
  facts: { claim, members: reviewers.map((id) => factsOf({ id, roles: ['reviewer'] })), scale: fiveStep, ...facts },
  ...from(actor, at),
});

export const opinion = (changes: Partial<Opinion> = {}): Opinion => ({
  ...unproven,
  rationale: 'All support comes from one side, and it is denied by the other.',
  linkIds: ['l1', 'l2'],
  ...changes,
});

export const rule = (actor: Actor, { data, facts, at }: Changes<SubmitRuling> = {}): SubmitRuling => ({
  type: 'SubmitRuling',
  data: { rulingId: `ruling-${actor.id}`, round: 1, ...opinion(), ...data },
  facts: { member: factsOf(actor), precedents: [], ...facts },
  ...from(actor, at),
});

export const amend = (actor: Actor, { data, facts, at }: Changes<AmendRuling> = {}): AmendRuling => ({
  type: 'AmendRuling',
  data: { rulingId: `ruling-${actor.id}`, ...opinion(), reason: 'All support is from one origin group.', ...data },
  facts: { member: factsOf(actor), precedents: [], ...facts },
  ...from(actor, at),
});

export const withdrawRuling = (actor: Actor, { data, at }: Changes<WithdrawRuling> = {}): WithdrawRuling => ({
  type: 'WithdrawRuling',
  data: { rulingId: `ruling-${actor.id}`, reason: 'I had read the briefing of another day.', ...data },
  ...from(actor, at),
});

export const reveal = (at: Instant = NOW, actor: Actor = job('reveal-rulings')): RevealRulings => ({
  type: 'RevealRulings',
  data: {},
  ...from(actor, at),
});

export const endReconciliation = (actor: Actor, at?: Instant): EndReconciliation => ({
  type: 'EndReconciliation',
  data: { reason: 'Both stand by their rulings.' },
  ...from(actor, at),
});

/** For Cleo's ruling, with an answer to each of the two. */
export const recordTieBreak = (actor: Actor, { data, facts, at }: Changes<RecordTieBreak> = {}): RecordTieBreak => ({
  type: 'RecordTieBreak',
  data: {
    rulingId: 'tie-break',
    round: 1,
    answers: ['cleo', 'dan'].map((id) => ({ rulingId: `ruling-${id}`, text: `What ${id} says, I have weighed.` })),
    choice: opinion(),
    ...data,
  },
  facts: { member: factsOf(actor), ...facts },
  ...from(actor, at),
});

export const closeRound = (actor: Actor, round = 1, at?: Instant): CloseRound => ({
  type: 'CloseRound',
  data: { round, reason: 'Neither side can be followed today.' },
  ...from(actor, at),
});

export const draft = (actor: Actor, { data, facts, at }: Changes<DraftVerdict> = {}): DraftVerdict => ({
  type: 'DraftVerdict',
  data: {
    title: 'Shells for Russia',
    claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
    summary: 'Rests on one undisclosed source and is denied.',
    body: 'Long text.',
    language: 'en',
    asOf: TODAY,
    citedLinkIds: ['l1', 'l2'],
    ...data,
  },
  facts: { claim, ...facts },
  ...from(actor, at),
});

export const approve = (actor: Actor, { data, facts, at }: Changes<ApproveVerdict> = {}): ApproveVerdict => ({
  type: 'ApproveVerdict',
  data: { versionNo: 1, draftNo: 1, contentHash: 'hash-1', consideredReplyIds: [], waivers: [], ...data },
  facts: { claim, evidence: [e1, e2], member: factsOf(actor), ...facts },
  ...from(actor, at),
});

export const publish = (actor: Actor, { data, facts, at }: Changes<PublishVerdict> = {}): PublishVerdict => ({
  type: 'PublishVerdict',
  data: { versionNo: 1, ...data },
  facts: { claim, evidence: [e1, e2], member: factsOf(actor), ...facts },
  ...from(actor, at),
});
