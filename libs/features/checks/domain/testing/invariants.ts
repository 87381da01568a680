import { canonicalJson, sha256 } from '#kernel';
import type { DataOf, OfType } from '#kernel';
import type { CheckCommand } from '../check.commands.js';
import type { CheckEvent } from '../check.events.js';

/** An event, the command that led to it, and who had an interest in the claimant then. */
export type Step = {
  readonly event: CheckEvent;
  readonly command: CheckCommand;
  readonly interested: readonly string[];
};

type Past = readonly CheckEvent[];

/** What must hold of every event after those before it, said once more without the decider. */
type Invariant = (step: Step, past: Past) => boolean;

/** The names of the invariants that a history breaks, and where: numbers are versions. */
export const breachesOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step, place) => {
    const past = steps.slice(0, place).map(({ event }) => event);
    return Object.entries(INVARIANTS)
      .filter(([, holds]) => !holds(step, past))
      .map(([name]) => `${name}: ${step.event.type} ${place + 1}`);
  });

const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'only a member with the role rules, and no service, admin or auditor makes a verdict': ({ event, command }) => {
    const { kind, roles } = command.actor;
    if (event.type === 'RulingSubmitted' || event.type === 'RulingAmended')
      return kind === 'member' && roles.includes('reviewer');
    if (event.type === 'VerdictApproved' || event.type === 'VerdictPublished') return roles.includes('approver');
    return (
      event.type !== 'VerdictDrafted' ||
      (kind === 'member' && !roles.some((role) => role === 'admin' || role === 'auditor'))
    );
  },

  'who rules is independent and has no interest': ({ event, interested }, past) => {
    if (event.type !== 'RulingSubmitted' && event.type !== 'RulingAmended') return true;
    const { reviewerId } = event.data;
    return ![...tookPart(past), ...interested].includes(reviewerId);
  },

  'who approves and who publishes took no part and has no interest': ({ event, command, interested }, past) => {
    if (event.type !== 'VerdictApproved' && event.type !== 'VerdictPublished') return true;
    const { id } = command.actor;
    const rulers = new Set(of(past, 'RulingSubmitted').map(({ data }) => data.reviewerId));
    const opened = of(past, 'CheckOpened')[0]?.data;
    const mayHaveRuled = opened?.policy.rules.approval.mayHaveRuled === true && rulers.size > 1;
    return ![...tookPart(past), ...interested].includes(id) && (mayHaveRuled || !rulers.has(id));
  },

  'a round is revealed once, after all its reviewers ruled': ({ event }, past) => {
    if (event.type !== 'RulingsRevealed') return true;
    const rulers = of(past, 'RulingSubmitted').map(({ data }) => data.reviewerId);
    return of(past, 'RulingsRevealed').length === 0 && reviewersIn(past).every((id) => rulers.includes(id));
  },

  'a ruling rests on what the round pins, with a label of its scale that allows the finding': ({ event }, past) => {
    if (event.type !== 'RulingSubmitted' && event.type !== 'RulingAmended') return true;
    const round = of(past, 'ReviewRoundOpened')[0]?.data;
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

  'a reviewer rules once, and only who is in the round': ({ event }, past) =>
    event.type !== 'RulingSubmitted' ||
    (reviewersIn(past).includes(event.data.reviewerId) &&
      !of(past, 'RulingSubmitted').some(({ data }) => data.reviewerId === event.data.reviewerId)),

  'the evidence set changes only while the check is researched, one by one': ({ event }, past) =>
    event.type !== 'EvidenceLinked' ||
    (of(past, 'StageEntered').at(-1)?.data.stage === 'researching' &&
      event.data.evidenceSet === of(past, 'EvidenceLinked').length + 1),

  'the set of the deciding round is the set of the version': ({ event }, past) =>
    event.type !== 'VerdictDrafted' ||
    (event.data.evidenceSet === of(past, 'ReviewRoundOpened').at(-1)?.data.evidenceSet &&
      event.data.evidenceSet === of(past, 'EvidenceLinked').length),

  'versions are numbered without gaps, and one is live at most': ({ event }, past) =>
    event.type !== 'VerdictPublished' || event.data.versionNo === of(past, 'VerdictPublished').length + 1,

  'draft, approval and publication have one hash, and it is that of the text': ({ event }, past) => {
    if (event.type === 'VerdictDrafted') return event.data.contentHash === hashIn(event.data);
    if (event.type !== 'VerdictApproved' && event.type !== 'VerdictPublished') return true;
    const draft = of(past, 'VerdictDrafted').at(-1)?.data;
    return draft?.draftNo === event.data.draftNo && draft.contentHash === event.data.contentHash;
  },

  'one stage clock runs at most: each stage ends the one before': ({ event }, past) => {
    if (event.type !== 'StageEntered') return true;
    const left = of(past, 'StageEntered').at(-1)?.data;
    return (
      event.data.no === (left?.no ?? 0) + 1 &&
      event.data.left?.no === left?.no &&
      event.data.left?.stage === left?.stage
    );
  },

  'no clock is due before it starts, and no mark is earlier than it': ({ event, command: { at } }) =>
    event.type !== 'StageEntered' ||
    event.data.marks.every((mark) =>
      mark.mark === 'due' ? mark.at >= at && mark.at === event.data.dueAt : mark.at > at,
    ),

  'ids of parts are given once': ({ event }, past) => {
    const id = partOf(event);
    return id === undefined || !past.some((one) => partOf(one) === id);
  },
};

const of = <Type extends CheckEvent['type']>(past: Past, type: Type): readonly OfType<CheckEvent, Type>[] =>
  past.filter((event): event is OfType<CheckEvent, Type> => event.type === type);

/** Researched, drafted, or handled the claim. */
const tookPart = (past: Past): readonly string[] => [
  ...of(past, 'AssignmentAccepted').flatMap(({ data }) => (data.capacity === 'researcher' ? [data.memberId] : [])),
  ...of(past, 'EvidenceLinked').map(({ data }) => data.by),
  ...of(past, 'VerdictDrafted').map(({ data }) => data.by),
  ...of(past, 'CheckOpened').flatMap(({ data: { claim } }) => [claim.registeredBy, claim.proposedBy, claim.acceptedBy]),
];

const reviewersIn = (past: Past): readonly string[] => [
  ...(of(past, 'ReviewRoundOpened').at(-1)?.data.reviewers ?? []),
  ...of(past, 'ReviewerAdded').map(({ data }) => data.memberId),
];

const partOf = (event: CheckEvent): string | undefined => {
  if (event.type === 'AssignmentOffered') return `assignment ${event.data.assignmentId}`;
  if (event.type === 'EvidenceLinked') return `link ${event.data.linkId}`;
  return event.type === 'RulingSubmitted' ? `ruling ${event.data.rulingId}` : undefined;
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
