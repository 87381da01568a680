import type { Actor, Capacity, DataOf, Envelope, Instant } from '#kernel';
import type { MemberFacts } from '#features/members';
import type {
  AcceptAssignment,
  AmendRuling,
  ApproveVerdict,
  CheckCommand,
  DeclineAssignment,
  DraftVerdict,
  ExpireOffer,
  LinkEvidence,
  OfferAssignment,
  OpenCheck,
  OpenRound,
  Opinion,
  PublishVerdict,
  RevealRulings,
  SubmitForReview,
  SubmitRuling,
} from '../check.commands.js';
import { unproven } from './rulings.js';
import { factsOf, job } from './people.js';
import { NOW, TODAY, claim, e1, e2, fiveStep, policy } from './world.js';

// One builder per command. What a test is about it says itself; the rest is as in the acceptance scenario.

type Changes<Command extends CheckCommand> = {
  readonly data?: Partial<DataOf<Command>>;
  readonly facts?: Command extends { readonly facts: infer Facts } ? Partial<Facts> : never;
  readonly at?: Instant;
};

const from = (actor: Actor, at: Instant = NOW): Envelope & { readonly id: string } => ({
  id: 'c4',
  deskId: 1,
  commandId: 'command',
  correlationId: 'request',
  actor,
  at,
});

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

export const reveal = (at: Instant = NOW, actor: Actor = job('reveal-rulings')): RevealRulings => ({
  type: 'RevealRulings',
  data: {},
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
