import type { Capacity, Instant, Language, OfType, Party, Recorded } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import type { Calendar, Severity } from '#features/standards';
import type { CheckEvent } from '../../domain/check.events.js';
import { AT_REST } from '../../domain/check.state.js';
import type { Reply, Stage } from '../../domain/check.state.js';
import { clockUntil } from '../clock.js';
import type { ClockAtHand } from '../clock.js';

export type BoardEvent = CheckEvent | ClaimEvent;

/** Offered or held; what has ended is not on the board. */
export type OpenAssignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly status: 'offered' | 'accepted';
  readonly expiresAt: Instant;
};

/** Of a round it knows numbers, and who is in it: neither whose ruling is in, nor what one says. */
type BoardRound = { readonly reviewers: readonly string[]; readonly quorum: number; readonly rulingsIn: number };

/** What the board shows of a check, apart from what the time of day makes of it. */
export type BoardCase = {
  readonly claim: { readonly text: string; readonly language: Language; readonly claimant: Party };
  readonly demand: number;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly stageNo: number;
  readonly cycle: number;
  readonly calendar: Calendar;
  readonly stageClock?: ClockAtHand;
  readonly caseClock?: ClockAtHand;
  readonly assignments: readonly OpenAssignment[];
  readonly round: BoardRound;
  readonly replies: readonly Pick<Reply, 'replyId' | 'party' | 'status' | 'dueAt'>[];
  /** Ids of those that are open. */
  readonly concerns: readonly string[];
  readonly live?: { readonly versionNo: number; readonly expiresAt: Instant };
  /** Of the approved version: it waits for its time, or was held when that had come. */
  readonly publication?: 'scheduled' | 'held';
};

/** A check that has just been opened. */
export const boardCaseOf = (
  { data: { claim, policy, severity, cycle } }: Recorded<OfType<CheckEvent, 'CheckOpened'>>,
  demand: number,
): BoardCase => ({
  claim: { text: claim.text, language: claim.language, claimant: claim.claimant },
  demand,
  severity,
  stage: 'open',
  stageNo: 1,
  cycle,
  calendar: policy.rules.calendar,
  assignments: [],
  round: NO_ROUND,
  replies: [],
  concerns: [],
});

/** The check after one more event; the same object if the board shows nothing of it. */
export const boardCaseAfter = (before: BoardCase, event: Recorded<BoardEvent>): BoardCase =>
  changed(event.type, before, event);

const changed = <Type extends BoardEvent['type']>(
  type: Type,
  before: BoardCase,
  event: Recorded<OfType<BoardEvent, Type>>,
): BoardCase => CHANGES[type]?.(before, event) ?? before;

const NO_ROUND: BoardRound = { reviewers: [], quorum: 0, rulingsIn: 0 };

type Change<Type extends BoardEvent['type']> = (
  before: BoardCase,
  event: Recorded<OfType<BoardEvent, Type>>,
) => BoardCase;

const CHANGES: { readonly [Type in BoardEvent['type']]?: Change<Type> } = {
  ClaimNormalised: (one, { data: { text } }) => ({ ...one, claim: { ...one.claim, text } }),
  ClaimAttributed: (one, { data: { claimant } }) => ({ ...one, claim: { ...one.claim, claimant } }),
  ClaimSubmissionAttached: (one, { data: { demand } }) => ({ ...one, demand }),

  StageEntered: (before, { data: { no, stage, dueAt, marks } }) => {
    const { stageClock: _, publication: __, caseClock, ...one } = before;
    return {
      ...one,
      stage,
      stageNo: no,
      ...(dueAt !== undefined && { stageClock: clockUntil(dueAt, marks, one.calendar) }),
      ...(caseClock && !AT_REST.includes(stage) && { caseClock }),
    };
  },
  StagePaused: (one, { data: { remaining } }) => ({ ...one, stageClock: { remaining } }),
  StageResumed: (one, { data: { dueAt, marks } }) => ({ ...one, stageClock: clockUntil(dueAt, marks, one.calendar) }),
  StageExtended: (one, { data: { dueAt, marks } }) => ({ ...one, stageClock: clockUntil(dueAt, marks, one.calendar) }),
  DueDateSet: (one, { data: { cycle, dueAt, marks } }) => ({ ...one, cycle, caseClock: clockUntil(dueAt, marks) }),
  CheckSeveritySet: (one, { data: { severity } }) => ({ ...one, severity }),
  ConcernRaised: (one, { data: { concernId } }) => ({ ...one, concerns: [...one.concerns, concernId] }),
  ConcernDismissed: (one, { data: { concernId } }) => ({
    ...one,
    concerns: one.concerns.filter((id) => id !== concernId),
  }),

  AssignmentOffered: (one, { data }) => offered(one, data),
  AssignmentAccepted: (one, { data: { assignmentId } }) => ({
    ...one,
    assignments: one.assignments.map((held) =>
      held.assignmentId === assignmentId ? { ...held, status: 'accepted' } : held,
    ),
  }),
  AssignmentDeclined: (one, { data: { assignmentId } }) => ended(one, assignmentId),
  AssignmentExpired: (one, { data: { assignmentId } }) => ended(one, assignmentId),
  AssignmentTransferred: (one, { data }) => {
    const { assignmentId, newAssignmentId, fromMemberId, toMemberId: memberId, capacity, expiresAt } = data;
    const given = offered(ended(one, assignmentId), { assignmentId: newAssignmentId, memberId, capacity, expiresAt });
    return capacity === 'reviewer' ? roundLeft(given, fromMemberId, 0) : given;
  },
  AssignmentReleased: (one, { data: { assignmentId, memberId, capacity, setAsideRulingIds } }) => {
    const left = ended(one, assignmentId);
    return capacity === 'reviewer' ? roundLeft(left, memberId, setAsideRulingIds.length) : left;
  },
  MemberRecused: (one, { data: { memberId, setAsideRulingIds } }) => {
    const assignments = one.assignments.filter((held) => held.memberId !== memberId);
    return roundLeft({ ...one, assignments }, memberId, setAsideRulingIds.length);
  },

  ReviewRoundOpened: (one, { data: { reviewers, quorum } }) => ({ ...one, round: { reviewers, quorum, rulingsIn: 0 } }),
  ReviewerAdded: (one, { data: { memberId } }) => ({
    ...one,
    round: { ...one.round, reviewers: [...one.round.reviewers, memberId] },
  }),
  RulingSubmitted: (one) => ({ ...one, round: { ...one.round, rulingsIn: one.round.rulingsIn + 1 } }),
  RulingWithdrawn: (one) => ({ ...one, round: { ...one.round, rulingsIn: one.round.rulingsIn - 1 } }),
  RoundSetAside: (one) => ({ ...one, round: NO_ROUND }),

  ReplyRequested: (one, { data: { replyId, party, dueAt } }) => ({
    ...one,
    replies: [...one.replies, { replyId, party, status: 'requested', dueAt }],
  }),
  ReplyReceived: (one, { data: { replyId } }) => replyIs(one, replyId, 'answered'),
  ReplyWindowClosed: (one, { data: { replyId, outcome } }) => replyIs(one, replyId, outcome),

  VerdictScheduled: (one) => ({ ...one, publication: 'scheduled' }),
  VerdictScheduleCancelled: (before) => {
    const { publication: _, ...one } = before;
    return one;
  },
  PublicationHeld: (one) => ({ ...one, publication: 'held' }),
  VerdictPublished: (one, { data: { versionNo, expiresAt } }) => ({
    ...one,
    assignments: [],
    live: { versionNo, expiresAt },
  }),
};

const offered = (one: BoardCase, { assignmentId, memberId, capacity, expiresAt }: Omit<OpenAssignment, 'status'>) => ({
  ...one,
  assignments: [...one.assignments, { assignmentId, memberId, capacity, status: 'offered' as const, expiresAt }],
});

const ended = (one: BoardCase, assignmentId: string): BoardCase => ({
  ...one,
  assignments: one.assignments.filter((held) => held.assignmentId !== assignmentId),
});

/** A sealed round goes on without who leaves it, and without his ruling. One that was opened keeps both. */
const roundLeft = (one: BoardCase, memberId: string, rulings: number): BoardCase => {
  if (one.stage !== 'in_review') return one;
  const { reviewers, quorum, rulingsIn } = one.round;
  const rest = reviewers.filter((id) => id !== memberId);
  return { ...one, round: { reviewers: rest, quorum, rulingsIn: rulingsIn - rulings } };
};

const replyIs = (one: BoardCase, replyId: string, status: Reply['status']): BoardCase => ({
  ...one,
  replies: one.replies.map((reply) => (reply.replyId === replyId ? { ...reply, status } : reply)),
});
