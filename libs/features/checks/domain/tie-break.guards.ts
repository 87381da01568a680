import type { DataOf } from '#kernel';
import { TIE_BREAKER_IS_INDEPENDENT, keep } from '#features/members';
import type { MemberFacts } from '#features/members';
import { isSame } from './agreement.js';
import type { RecordTieBreak } from './check.commands.js';
import { notYours } from './check.errors.js';
import { roundOf } from './check.state.js';
import type { CheckState, Ruling } from './check.state.js';
import { demandImpartial } from './impartial.guards.js';
import { rationalesNotAnswered, roundClosed, rulingUnknown, tieBreakPicksNone } from './review.errors.js';

type TieBreak = DataOf<RecordTieBreak>;

/** Who breaks the tie of the round at hand: as independent as a reviewer, without a ruling of his own, and impartial. */
export const demandTieBreaker = (
  memberId: string,
  member: MemberFacts | undefined,
  round: number,
  state: CheckState,
): void => {
  const { people } = state;
  const atHand = roundOf(state).round;
  if (member === undefined) throw notYours();
  if (round !== atHand) throw roundClosed(atHand);
  keep(TIE_BREAKER_IS_INDEPENDENT, memberId, people, 'check');
  demandImpartial(member, people, people);
};

/** Nobody's rationale is passed over. */
export const demandAnswered = (answers: TieBreak['answers'], rulings: readonly Ruling[]): void => {
  const answered = answers.map(({ rulingId }) => rulingId);
  const passedOver = rulings.map(({ rulingId }) => rulingId).filter((rulingId) => !answered.includes(rulingId));
  if (passedOver.length > 0) throw rationalesNotAnswered(passedOver);
};

/** He decides between the opinions that there are, or says that he cannot. */
export const demandPicked = (choice: TieBreak['choice'], rulings: readonly Ruling[]): void => {
  if ('noConsensus' in choice || rulings.some((ruling) => isSame(ruling, choice))) return;
  throw tieBreakPicksNone(rulings.map(({ label, finding }) => ({ label, finding })));
};

/** Nothing is answered that does not count in this round. */
export const demandKnown = (answers: TieBreak['answers'], rulings: readonly Ruling[]): void => {
  const unknown = answers
    .map(({ rulingId }) => rulingId)
    .filter((id) => !rulings.some(({ rulingId }) => rulingId === id));
  if (unknown.length > 0) throw rulingUnknown(unknown);
};
