import { canonicalJson, sha256 } from '#kernel';
import type { DataOf, OfType } from '#kernel';
import type { CheckEvent } from '../check.events.js';
import { of } from './history.js';
import type { Invariant, Step } from './history.js';
import { ASSIGNMENT_INVARIANTS, recusedIn } from './invariants.assignments.js';
import { CLOCK_INVARIANTS } from './invariants.clocks.js';
import { PUBLICATION_INVARIANTS } from './invariants.publication.js';
import { RESEARCH_INVARIANTS } from './invariants.research.js';
import { REVIEW_INVARIANTS } from './invariants.review.js';
import { tookPart } from './involved.js';
import { roundAtHand } from './round-at-hand.js';

/** The names of the invariants that a history breaks, and where: numbers are versions. */
export const breachesOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step, place) => {
    const past = steps.slice(0, place).map(({ event }) => event);
    return Object.entries(INVARIANTS)
      .filter(([, holds]) => !holds(step, past))
      .map(([name]) => `${name}: ${step.event.type} ${place + 1}`);
  });

const INVARIANTS: Readonly<Record<string, Invariant>> = {
  ...ASSIGNMENT_INVARIANTS,
  ...RESEARCH_INVARIANTS,
  ...REVIEW_INVARIANTS,
  ...CLOCK_INVARIANTS,
  ...PUBLICATION_INVARIANTS,

  'only a member with the role rules, and no service, admin or auditor makes a verdict': ({ event, command }) => {
    const { kind, roles } = command.actor;
    if (event.type === 'RulingSubmitted' || event.type === 'RulingAmended')
      return kind === 'member' && roles.includes('reviewer');
    if (event.type === 'VerdictPublished') return kind === 'service' || roles.includes('approver');
    if (event.type === 'VerdictApproved') return roles.includes('approver');
    return (
      event.type !== 'VerdictDrafted' ||
      (kind === 'member' && !roles.some((role) => role === 'admin' || role === 'auditor'))
    );
  },

  'who rules is independent, has no interest and has not recused himself': ({ event, interested }, past) => {
    if (event.type !== 'RulingSubmitted' && event.type !== 'RulingAmended') return true;
    const { reviewerId } = event.data;
    return ![...tookPart(past), ...interested, ...recusedIn(past)].includes(reviewerId);
  },

  'who approves, refuses, schedules and publishes took no part, has no interest and has not recused himself': (
    { event, command, interested },
    past,
  ) => {
    if (!SIGNATURES.includes(event.type)) return true;
    const { id } = command.actor;
    const round = roundAtHand(past);
    const opened = of(past, 'CheckOpened')[0]?.data;
    const mayHaveRuled = opened?.policy.rules.approval.mayHaveRuled === true;
    const isSole = round?.rulings.length === 1 && round.rulings[0]?.reviewerId === id;
    const hasRuled = round?.everRuled.includes(id) === true;
    const barred = [...tookPart(past), ...interested, ...recusedIn(past)];
    return !barred.includes(id) && !isSole && (mayHaveRuled || !hasRuled);
  },

  'a round is revealed once, after all its reviewers ruled': ({ event }, past) => {
    if (event.type !== 'RulingsRevealed') return true;
    const round = roundAtHand(past);
    if (round === undefined || round.isRevealed || round.isSetAside) return false;
    const counted = round.rulings.map(({ rulingId }) => rulingId);
    return (
      round.opened.round === event.data.round &&
      counted.length >= round.opened.quorum &&
      round.reviewers.every((id) => round.rulings.some(({ reviewerId }) => reviewerId === id)) &&
      canonicalJson(counted) === canonicalJson(event.data.rulings.map(({ rulingId }) => rulingId))
    );
  },

  'a ruling rests on what the round pins, with a label of its scale that allows the finding': ({ event }, past) => {
    if (event.type !== 'RulingSubmitted' && event.type !== 'RulingAmended') return true;
    const round = of(past, 'ReviewRoundOpened').at(-1)?.data;
    const { evidenceSet, claimRevision, scale, policy, label, finding } = event.data;
    const allows = round?.scale.labels.find(({ key }) => key === label)?.findings.includes(finding);
    const pinned = { evidenceSet, claimRevision, scale, policy };
    return (
      allows === true &&
      round !== undefined &&
      canonicalJson(pinned) ===
        canonicalJson({
          evidenceSet: round.evidenceSet,
          claimRevision: round.claimRevision,
          scale: { id: round.scale.scaleId, version: round.scale.version },
          policy: round.policy,
        })
    );
  },

  'a reviewer has one ruling that counts, and only who is in the round': ({ event }, past) => {
    if (event.type !== 'RulingSubmitted') return true;
    const { round, reviewerId } = event.data;
    const atHand = roundAtHand(past);
    return (
      atHand?.opened.round === round &&
      atHand.reviewers.includes(reviewerId) &&
      !atHand.rulings.some((ruling) => ruling.reviewerId === reviewerId)
    );
  },

  'versions are numbered without gaps, and one is live at most': ({ event }, past) =>
    event.type !== 'VerdictPublished' || event.data.versionNo === of(past, 'VerdictPublished').length + 1,

  'draft, approval and publication have one hash, and it is that of the text': ({ event }, past) => {
    if (event.type === 'VerdictDrafted') return event.data.contentHash === hashIn(event.data);
    if (event.type !== 'VerdictApproved' && event.type !== 'VerdictPublished') return true;
    const draft = of(past, 'VerdictDrafted').at(-1)?.data;
    return draft?.draftNo === event.data.draftNo && draft.contentHash === event.data.contentHash;
  },

  'ids of parts are given once': ({ event }, past) => {
    const id = partOf(event);
    return id === undefined || !past.some((one) => partOf(one) === id);
  },
};

const SIGNATURES: readonly CheckEvent['type'][] = [
  'VerdictApproved',
  'VerdictApprovalRefused',
  'VerdictScheduled',
  'VerdictPublished',
];

const partOf = (event: CheckEvent): string | undefined => {
  if (event.type === 'AssignmentOffered') return `assignment ${event.data.assignmentId}`;
  if (event.type === 'AssignmentTransferred') return `assignment ${event.data.newAssignmentId}`;
  if (event.type === 'EvidenceLinked') return `link ${event.data.linkId}`;
  if (event.type === 'QuestionAsked') return `question ${event.data.questionId}`;
  if (event.type === 'ReplyRequested') return `reply ${event.data.replyId}`;
  if (event.type === 'NoteAdded') return `note ${event.data.noteId}`;
  if (event.type === 'ConcernRaised') return `concern ${event.data.concernId}`;
  const isRuling = event.type === 'RulingSubmitted' || event.type === 'TieBreakRuled';
  return isRuling ? `ruling ${event.data.rulingId}` : undefined;
};

const COVERED = [
  'title',
  'claimReviewed',
  'summary',
  'body',
  'language',
  'asOf',
  'citedLinkIds',
  'label',
  'labelText',
  'finding',
  'strength',
  'disagreementNote',
  'notice',
  'reviewBy',
];

const hashIn = (data: DataOf<OfType<CheckEvent, 'VerdictDrafted'>>): string =>
  sha256(canonicalJson(Object.fromEntries(Object.entries(data).filter(([field]) => COVERED.includes(field)))));
