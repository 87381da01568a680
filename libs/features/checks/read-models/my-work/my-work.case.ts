import type { Capacity, DataOf, Instant, Key, Language, OfType, Party, Recorded } from '#kernel';
import { approverTookNoPart } from '#features/members';
import type { People } from '#features/members';
import type { Finding, Severity } from '#features/standards';
import type {
  CheckEvent,
  RoundDecided,
  RulingAmended,
  RulingSubmitted,
  TieBreakRuled,
} from '../../domain/check.events.js';
import type { Stage } from '../../domain/check.state.js';
import { NOBODY, beforeRulings, drafted, recused, ruled, rulingSetAside, worked } from '../../domain/people.js';

/** Offered or held; what has ended is nobody's work any more. */
export type OpenAssignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly status: 'offered' | 'accepted';
  readonly expiresAt: Instant;
};

/** A ruling as its author knows it, and what came of its round once that was opened. */
export type EnteredRuling = {
  readonly rulingId: string;
  readonly reviewerId: string;
  readonly round: number;
  readonly entry: number;
  readonly label: Key;
  readonly finding: Finding;
  readonly enteredAt: Instant;
  /** It was withdrawn, left with its author, or its round came to nothing. */
  readonly isSetAside: boolean;
  /** With it he broke the tie of the others. */
  readonly isTieBreak?: true;
  readonly outcome?: {
    readonly basis: DataOf<RoundDecided>['basis'];
    readonly label: Key;
    readonly finding: Finding;
    readonly agreed: boolean;
  };
};

/** Of one check, what tells whose work it is. */
export type CaseAtHand = {
  readonly claim: { readonly text: string; readonly language: Language; readonly claimant: Party };
  readonly severity: Severity;
  readonly stage: Stage;
  /** Absent where no clock of the stage runs. */
  readonly dueAt?: Instant;
  readonly assignments: readonly OpenAssignment[];
  readonly round?: { readonly round: number; readonly reviewers: readonly string[] };
  /** Of every round. */
  readonly rulings: readonly EnteredRuling[];
  readonly draft?: {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly by: string;
    /** Refused or lapsed: a new one is needed. */
    readonly isClosed: boolean;
    /** Its time is set: nobody has to do anything. */
    readonly isScheduled: boolean;
  };
  readonly people: People;
  readonly mayHaveRuled: boolean;
};

/** The case after one more event. `undefined`: it is not opened yet. */
export const caseAfter = (before: CaseAtHand | undefined, event: Recorded<CheckEvent>): CaseAtHand | undefined => {
  if (event.type === 'CheckOpened') return openedBy(event);
  if (before === undefined) return undefined;
  return changed(event.type, before, event);
};

const changed = <Type extends CheckEvent['type']>(
  type: Type,
  before: CaseAtHand,
  event: Recorded<OfType<CheckEvent, Type>>,
): CaseAtHand => CHANGES[type]?.(before, event) ?? before;

/** S3, and who has stepped back: to them an approval is not open. */
export const barredFromApproval = ({ people, mayHaveRuled }: CaseAtHand): readonly string[] => [
  ...new Set([...approverTookNoPart(mayHaveRuled).flatMap(({ bars }) => bars(people)), ...people.recused]),
];

/** No clock of the stage runs. */
const withoutClock = (one: CaseAtHand): CaseAtHand => {
  const { dueAt: _, ...rest } = one;
  return rest;
};

const withoutDraft = (one: CaseAtHand): CaseAtHand => {
  const { draft: _, ...rest } = one;
  return rest;
};

type Change<Type extends CheckEvent['type']> = (
  before: CaseAtHand,
  event: Recorded<OfType<CheckEvent, Type>>,
) => CaseAtHand;

const CHANGES: { readonly [Type in CheckEvent['type']]?: Change<Type> } = {
  StageEntered: (one, { data: { stage, dueAt } }) => ({
    ...withoutClock(one),
    stage,
    ...(dueAt !== undefined && { dueAt }),
  }),
  StagePaused: withoutClock,
  StageResumed: (one, { data: { dueAt } }) => ({ ...one, dueAt }),
  StageExtended: (one, { data: { dueAt } }) => ({ ...one, dueAt }),
  CheckSeveritySet: (one, { data: { severity } }) => ({ ...one, severity }),

  AssignmentOffered: (one, { data: { assignmentId, memberId, capacity, expiresAt } }) => ({
    ...one,
    assignments: [...one.assignments, { assignmentId, memberId, capacity, status: 'offered', expiresAt }],
  }),
  AssignmentAccepted: (one, { data: { assignmentId, memberId, capacity } }) => ({
    ...one,
    assignments: one.assignments.map((open) =>
      open.assignmentId === assignmentId ? { ...open, status: 'accepted' } : open,
    ),
    people: capacity === 'researcher' ? worked(one.people, memberId) : one.people,
  }),
  AssignmentDeclined: (one, { data: { assignmentId } }) => without(one, [assignmentId]),
  AssignmentExpired: (one, { data: { assignmentId } }) => without(one, [assignmentId]),
  AssignmentTransferred: (one, { data }) => {
    const { assignmentId, newAssignmentId, fromMemberId, toMemberId, capacity, expiresAt } = data;
    const left = leaving(without(one, [assignmentId]), capacity === 'reviewer' ? fromMemberId : undefined, []);
    const offer = { assignmentId: newAssignmentId, memberId: toMemberId, capacity, expiresAt } as const;
    return { ...left, assignments: [...left.assignments, { ...offer, status: 'offered' }] };
  },
  AssignmentReleased: (one, { data: { assignmentId, memberId, capacity, setAsideRulingIds } }) =>
    leaving(without(one, [assignmentId]), capacity === 'reviewer' ? memberId : undefined, setAsideRulingIds),
  MemberRecused: (one, { data: { memberId, assignmentIds, setAsideRulingIds } }) => {
    const left = leaving(without(one, assignmentIds), memberId, setAsideRulingIds);
    return { ...left, people: recused(left.people, memberId) };
  },
  ReviewerAdded: (one, { data: { memberId } }) => inRound(one, (reviewers) => [...reviewers, memberId]),

  EvidenceLinked: (one, { data: { by } }) => workedBy(one, by),
  EvidenceReassessed: (one, { data: { by } }) => workedBy(one, by),
  EvidenceUnlinked: (one, { data: { by } }) => workedBy(one, by),
  QuestionAnswered: (one, { data: { by } }) => workedBy(one, by),
  ReplyReceived: (one, { data: { by } }) => workedBy(one, by),

  ReviewRoundOpened: (one, { data: { round, reviewers } }) => ({
    ...one,
    round: { round, reviewers },
    people: beforeRulings(one.people),
  }),
  RulingSubmitted: (one, event) => ({
    ...one,
    rulings: [...one.rulings, rulingIn(event)],
    people: ruled(one.people, event.data.reviewerId),
  }),
  RulingAmended: (one, event) => ({
    ...one,
    rulings: one.rulings.map((ruling) => (ruling.rulingId === event.data.rulingId ? rulingIn(event) : ruling)),
  }),
  RulingWithdrawn: (one, { data: { rulingId, reviewerId } }) => ({
    ...one,
    rulings: one.rulings.map((ruling) => (ruling.rulingId === rulingId ? setAside(ruling) : ruling)),
    people: rulingSetAside(one.people, reviewerId),
  }),
  TieBreakRuled: (one, event) => ({
    ...one,
    rulings: [...one.rulings, ...tieBreakIn(event)],
    people: ruled(one.people, event.data.tieBreakerId),
  }),
  RoundDecided: (one, { data: { round, basis, label, finding, dissenting } }) => ({
    ...one,
    rulings: one.rulings.map((ruling) =>
      ruling.round === round && !ruling.isSetAside
        ? { ...ruling, outcome: { basis, label, finding, agreed: !dissenting.includes(ruling.reviewerId) } }
        : ruling,
    ),
  }),
  RoundSetAside: (one, { data: { round } }) => ({
    ...one,
    rulings: one.rulings.map((ruling) => (ruling.round === round ? setAside(ruling) : ruling)),
    ...draftIs(one, CLOSED),
  }),

  VerdictDrafted: (one, { data: { versionNo, draftNo, by } }) => ({
    ...one,
    draft: { versionNo, draftNo, by, isClosed: false, isScheduled: false },
    people: drafted(one.people, by),
  }),
  VerdictApprovalRefused: (one) => ({ ...one, ...draftIs(one, CLOSED) }),
  CheckReturnedToResearch: (one) => ({ ...one, ...draftIs(one, CLOSED) }),
  CheckShelved: (one) => ({ ...one, ...draftIs(one, CLOSED) }),
  CheckWithdrawn: (one) => ({ ...one, ...draftIs(one, CLOSED) }),
  VerdictScheduled: (one) => ({ ...one, ...draftIs(one, { isScheduled: true }) }),
  VerdictScheduleCancelled: (one) => ({ ...one, ...draftIs(one, { isScheduled: false }) }),
  PublicationHeld: (one) => ({ ...one, ...draftIs(one, { isScheduled: false }) }),
  VerdictPublished: (one) => ({ ...withoutDraft(one), assignments: [] }),
};

type Draft = NonNullable<CaseAtHand['draft']>;

const CLOSED = { isClosed: true, isScheduled: false } as const;

const draftIs = ({ draft }: CaseAtHand, change: Partial<Draft>): Pick<CaseAtHand, 'draft'> =>
  draft === undefined ? {} : { draft: { ...draft, ...change } };

const openedBy = ({ data: { claim, policy, severity } }: Recorded<OfType<CheckEvent, 'CheckOpened'>>): CaseAtHand => ({
  claim: { text: claim.text, language: claim.language, claimant: claim.claimant },
  severity,
  stage: 'open',
  assignments: [],
  rulings: [],
  people: { ...NOBODY, handledClaim: [claim.registeredBy, claim.proposedBy, claim.acceptedBy] },
  mayHaveRuled: policy.rules.approval.mayHaveRuled,
});

const without = (one: CaseAtHand, assignmentIds: readonly string[]): CaseAtHand => ({
  ...one,
  assignments: one.assignments.filter(({ assignmentId }) => !assignmentIds.includes(assignmentId)),
});

/** A reviewer leaves: only a sealed round goes on without him, and without what he had entered. */
const leaving = (one: CaseAtHand, reviewerId: string | undefined, setAsideRulingIds: readonly string[]): CaseAtHand => {
  if (reviewerId === undefined || one.stage !== 'in_review') return one;
  const left = inRound(one, (reviewers) => reviewers.filter((id) => id !== reviewerId));
  return {
    ...left,
    rulings: left.rulings.map((ruling) => (setAsideRulingIds.includes(ruling.rulingId) ? setAside(ruling) : ruling)),
    people: setAsideRulingIds.length > 0 ? rulingSetAside(left.people, reviewerId) : left.people,
  };
};

const inRound = (one: CaseAtHand, change: (reviewers: readonly string[]) => readonly string[]): CaseAtHand => ({
  ...one,
  ...(one.round && { round: { ...one.round, reviewers: change(one.round.reviewers) } }),
});

const workedBy = (one: CaseAtHand, memberId: string): CaseAtHand => ({ ...one, people: worked(one.people, memberId) });

const setAside = (ruling: EnteredRuling): EnteredRuling => {
  const { outcome: _, ...entered } = ruling;
  return { ...entered, isSetAside: true };
};

/** Who finds that no opinion carries has none of his own. */
const tieBreakIn = ({ data, recordedAt }: Recorded<TieBreakRuled>): readonly EnteredRuling[] => {
  const { rulingId, round, tieBreakerId: reviewerId, choice } = data;
  if ('noConsensus' in choice) return [];
  const { label, finding } = choice;
  const ruling = { rulingId, reviewerId, round, entry: 1, label, finding, enteredAt: recordedAt };
  return [{ ...ruling, isSetAside: false, isTieBreak: true }];
};

const rulingIn = ({ data, recordedAt }: Recorded<RulingSubmitted | RulingAmended>): EnteredRuling => {
  const { rulingId, reviewerId, round, entry, label, finding } = data;
  return { rulingId, reviewerId, round, entry, label, finding, enteredAt: recordedAt, isSetAside: false };
};
