import type { Actor, Instant } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { MemberFacts } from '#features/members';
import { wallTimeAfter } from '#features/standards';
import type { PinnedScale } from '#features/standards';
import type { CheckCommand } from '../../domain/check.commands.js';
import type { CheckState } from '../../domain/check.state.js';
import { approvalAtHand, gateOf, publicationAtHand, waiversNeeded } from '../../domain/gate.js';

/** What decisions know from elsewhere, for whoever asks. */
export type Around = {
  readonly claim: ClaimFacts | undefined;
  readonly member: MemberFacts | undefined;
  /** Of what is linked. */
  readonly evidence: readonly EvidenceFacts[];
  /** Who has agreed to review; none where no round could be opened. */
  readonly reviewers: readonly MemberFacts[];
  readonly scale: PinnedScale | undefined;
};

export type Asked = {
  readonly actor: Actor;
  readonly state: CheckState;
  readonly around: Around;
  readonly now: Instant;
};

/** Names nothing, where there is nothing to name. */
const NONE = '';
const REASON = '-';

/**
 * What a button would send at best. A command that stands here is refused for what nothing that he could write would
 * change: the rest depends on what he writes.
 */
export const attemptsOf = (asked: Asked): readonly CheckCommand[] => [
  ...inTheCase(asked),
  ...inResearch(asked),
  ...inReview(asked),
  ...atTheGate(asked),
];

const inTheCase = (asked: Asked): readonly CheckCommand[] => {
  const { state, around } = asked;
  const envelope = envelopeOf(asked);
  const { claim, member } = around;
  const concernId = state.concerns.find(({ isOpen }) => isOpen)?.concernId ?? NONE;
  const assignmentId = ownOfferIn(asked);
  const replyId = state.replies.find(({ status }) => status === 'requested')?.replyId ?? NONE;
  return [
    { ...envelope, type: 'DismissConcern', data: { concernId, reason: REASON } },
    { ...envelope, type: 'ShelveCheck', data: { code: 'capacity', note: REASON } },
    { ...envelope, type: 'WithdrawCheck', data: { code: 'opened_in_error', note: REASON } },
    { ...envelope, type: 'ResumeCheck', data: { reason: REASON }, facts: { claim } },
    { ...envelope, type: 'AcceptAssignment', data: { assignmentId }, facts: { member } },
    { ...envelope, type: 'DeclineAssignment', data: { assignmentId, code: 'other' } },
    { ...envelope, type: 'CloseReplyWindow', data: { replyId, outcome: 'declined' } },
  ];
};

const inResearch = (asked: Asked): readonly CheckCommand[] => {
  const { state, around } = asked;
  const envelope = envelopeOf(asked);
  const { claim, evidence } = around;
  const [link] = state.links;
  const linkId = link?.linkId ?? NONE;
  const questionId = state.questions.find(({ status }) => status === 'open')?.questionId ?? NONE;
  return [
    {
      ...envelope,
      type: 'ReassessEvidence',
      data: { linkId, stance: 'context', nature: 'record', weight: 'low', reason: REASON },
      facts: { evidence: evidence.find(({ evidenceId }) => evidenceId === link?.evidenceId) },
    },
    { ...envelope, type: 'UnlinkEvidence', data: { linkId, reason: REASON } },
    { ...envelope, type: 'AnswerQuestion', data: { questionId, answer: REASON, linkIds: [] } },
    { ...envelope, type: 'WithdrawQuestion', data: { questionId, reason: REASON } },
    {
      ...envelope,
      type: 'SubmitForReview',
      data: { proposal: { finding: 'insufficient_evidence', strength: 'low', rationale: REASON } },
      facts: { claim, evidence },
    },
  ];
};

const inReview = (asked: Asked): readonly CheckCommand[] => {
  const { state, around } = asked;
  const envelope = envelopeOf(asked);
  const { claim, member, scale, reviewers: members } = around;
  const { round = 0, rulings = [] } = state.round ?? {};
  const rulingId = rulings.find(({ reviewerId }) => reviewerId === asked.actor.id)?.rulingId ?? NONE;
  const opinion = opinionIn(state);
  return [
    {
      ...envelope,
      type: 'OpenRound',
      data: { purpose: 'full', reviewers: agreedToReview(state) },
      facts: { claim, members, scale },
    },
    {
      ...envelope,
      type: 'SubmitRuling',
      data: { rulingId: NONE, round, ...opinion },
      facts: { member, precedents: [] },
    },
    {
      ...envelope,
      type: 'AmendRuling',
      data: { rulingId, ...opinion, reason: REASON },
      facts: { member, precedents: [] },
    },
    { ...envelope, type: 'WithdrawRuling', data: { rulingId, reason: REASON } },
    {
      ...envelope,
      type: 'RecordTieBreak',
      data: {
        rulingId: NONE,
        round,
        answers: rulings.map((one) => ({ rulingId: one.rulingId, text: REASON })),
        choice: { noConsensus: true, rationale: REASON },
      },
      facts: { member },
    },
    { ...envelope, type: 'CloseRound', data: { round, reason: REASON } },
  ];
};

/** The approval with the waivers without which it is not possible: what they are the checklist says. */
const atTheGate = (asked: Asked): readonly CheckCommand[] => {
  const { state, around, actor, now } = asked;
  const envelope = envelopeOf(asked);
  const { claim, member, evidence } = around;
  const gate = gateOf(state, { claim, member, evidence }, actor);
  const waivers = gate === undefined ? [] : waiversNeeded(gate);
  const approval = approvalAtHand(
    state,
    waivers.map(({ rule, codes: [code = NONE] }) => ({ rule, code, note: REASON })),
  );
  const { versionNo, draftNo } = approval;
  const publishAt = wallTimeAfter(now, 'P1D');
  return [
    { ...envelope, type: 'ApproveVerdict', data: approval, facts: { claim, member, evidence } },
    {
      ...envelope,
      type: 'RefuseApproval',
      data: { versionNo, draftNo, reason: REASON },
      facts: { claim, member },
    },
    { ...envelope, type: 'WithdrawApproval', data: { versionNo, reason: REASON } },
    { ...envelope, type: 'ScheduleVerdict', data: { versionNo, publishAt }, facts: { claim, member } },
    { ...envelope, type: 'CancelSchedule', data: { versionNo, reason: REASON } },
    { ...envelope, type: 'PublishVerdict', data: publicationAtHand(state), facts: { claim, member, evidence } },
  ];
};

/** Nothing is recorded: it names neither a desk nor a command. */
const envelopeOf = ({ actor, now }: Asked) => ({
  id: NONE,
  deskId: 0,
  commandId: NONE,
  correlationId: NONE,
  actor,
  at: now,
});

/** Who has agreed to review. */
export const agreedToReview = ({ assignments }: CheckState): readonly string[] => [
  ...new Set(
    assignments
      .filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted')
      .map(({ memberId }) => memberId),
  ),
];

const ownOfferIn = ({ state: { assignments }, actor }: Asked): string => {
  const offers = assignments.filter(({ memberId, status }) => memberId === actor.id && status === 'offered');
  return offers[0]?.assignmentId ?? NONE;
};

const opinionIn = ({ round, links }: CheckState) => {
  const label = round?.scale.labels.find(({ findings }) => findings.length > 0);
  return {
    label: label?.key ?? NONE,
    finding: label?.findings[0] ?? ('insufficient_evidence' as const),
    strength: 'low' as const,
    rationale: REASON,
    linkIds: links.slice(0, 1).map(({ linkId }) => linkId),
  };
};
