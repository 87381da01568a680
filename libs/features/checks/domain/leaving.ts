import type { Instant } from '#kernel';
import type { RoundSetAside, StageEntered } from './check.events.js';
import { roundOf } from './check.state.js';
import type { Assignment, CheckState, Ruling, SetAsideReason, Stage } from './check.state.js';
import { rulingSetAside } from './people.js';
import { inRound, withoutRulings } from './rounds.js';
import { entered, standsIn } from './stage.js';

// What it means for a check that somebody leaves it.

const DISPUTED: readonly Stage[] = ['reconciling', 'tie_break', 'deadlocked'];
const REVEALED: readonly Stage[] = [...DISPUTED, 'decided', 'approved'];

/** The ruling that he has entered in the round at hand, while it is sealed. */
export const sealedRulingOf = (state: CheckState, memberId: string): Ruling | undefined =>
  standsIn(state, ['in_review']) ? rulingOf(state, memberId) : undefined;

/** Whether nobody is left to research once this assignment has ended. */
export const isLastResearch = (state: CheckState, { assignmentId, capacity, status }: Assignment): boolean => {
  if (!standsIn(state, ['researching']) || capacity !== 'researcher' || status !== 'accepted') return false;
  return !state.assignments.some(
    (other) => other.assignmentId !== assignmentId && other.capacity === 'researcher' && other.status === 'accepted',
  );
};

/** Whether the dispute would go on without one of those who have it. */
export const isDisputeOf = (state: CheckState, { memberId, capacity, status }: Assignment): boolean =>
  standsIn(state, DISPUTED) &&
  capacity === 'reviewer' &&
  status === 'accepted' &&
  rulingOf(state, memberId) !== undefined;

/** Whether what was revealed, and is not published yet, rests on his ruling too, or on how he broke the tie. */
export const restsOnRulingOf = (state: CheckState, memberId: string): boolean =>
  standsIn(state, REVEALED) && (rulingOf(state, memberId) !== undefined || state.round?.tieBreakerId === memberId);

/** The round comes to nothing, and another one is needed. */
export const setAside = (
  state: CheckState,
  reason: SetAsideReason,
  at: Instant,
): readonly [RoundSetAside, StageEntered] => [
  { type: 'RoundSetAside', data: { round: roundOf(state).round, reason } },
  entered(state, 'ready_for_review', at),
];

/** A round that is under way comes to nothing; one that is decided, or that never was, is left as it is. */
export const setAsideUndecided = (state: CheckState, reason: SetAsideReason): readonly RoundSetAside[] =>
  standsIn(state, ['in_review', ...DISPUTED])
    ? [{ type: 'RoundSetAside', data: { round: roundOf(state).round, reason } }]
    : [];

/** A sealed round goes on without this reviewer. Whether he had ruled in it stays sealed like his ruling. */
export const withoutReviewer = (
  state: CheckState,
  memberId: string,
  setAsideRulingIds: readonly string[],
  version: number,
): CheckState => {
  if (!standsIn(state, ['in_review'])) return state;
  const left = inRound(state, (round) => ({
    reviewers: round.reviewers.filter((id) => id !== memberId),
    ...withoutRulings(round, setAsideRulingIds),
  }));
  return {
    ...left,
    sealedLeavings: state.round?.blind ? [...state.sealedLeavings, version] : state.sealedLeavings,
    people: setAsideRulingIds.length > 0 ? rulingSetAside(state.people, memberId) : state.people,
  };
};

const rulingOf = ({ round }: CheckState, memberId: string): Ruling | undefined =>
  round?.rulings.find(({ reviewerId }) => reviewerId === memberId);
