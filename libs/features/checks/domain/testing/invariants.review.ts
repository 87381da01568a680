import type { OfType } from '#kernel';
import type { CheckEvent, RoundDecided } from '../check.events.js';
import { STRENGTHS } from '../check.state.js';
import type { Strength } from '../check.state.js';
import { of } from './history.js';
import type { Invariant, Past } from './history.js';
import { recusedIn } from './invariants.assignments.js';
import { tookPart } from './involved.js';
import { roundAtHand } from './round-at-hand.js';

/** Of rulings, and of what decides a round. */
export const REVIEW_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'a ruling is taken back by its author, while the round is sealed and it counts': ({ event, command }, past) => {
    if (event.type !== 'RulingWithdrawn') return true;
    const round = roundAtHand(past);
    const { rulingId, reviewerId } = event.data;
    const own = round?.rulings.some((one) => one.rulingId === rulingId && one.reviewerId === reviewerId);
    return own === true && round?.isRevealed === false && !round.isSetAside && command.actor.id === reviewerId;
  },

  'a ruling is amended by its author, while it counts': ({ event, command }, past) => {
    if (event.type !== 'RulingAmended') return true;
    const { rulingId, reviewerId } = event.data;
    const counts = roundAtHand(past)?.rulings.some((one) => one.rulingId === rulingId);
    return counts === true && command.actor.id === reviewerId;
  },

  'who breaks a tie took no part, has not ruled in the check, has no interest and has not recused himself': (
    { event, command, interested },
    past,
  ) => {
    if (event.type !== 'TieBreakRuled') return true;
    const { tieBreakerId } = event.data;
    const barred = [...tookPart(past), ...everRuledIn(past), ...interested, ...recusedIn(past)];
    return (
      command.actor.id === tieBreakerId && command.actor.roles.includes('approver') && !barred.includes(tieBreakerId)
    );
  },

  'who breaks a tie answers every ruling that counts, and decides for one of them or for none': ({ event }, past) => {
    if (event.type !== 'TieBreakRuled') return true;
    const { choice, answers } = event.data;
    const rulings = roundAtHand(past)?.rulings ?? [];
    const isAnswered = rulings.every(({ rulingId }) => answers.some((answer) => answer.rulingId === rulingId));
    return isAnswered && ('noConsensus' in choice || rulings.some((one) => isSame(one, choice)));
  },

  'who closes a round has neither ruled in it nor broken its tie': ({ event, command: { actor } }, past) => {
    if (event.type !== 'RoundDecided' || event.data.basis !== 'no_consensus') return true;
    return actor.roles.includes('approver') && roundAtHand(past)?.everRuled.includes(actor.id) === false;
  },

  'a round is decided once, after its reveal': ({ event }, past) => {
    if (event.type !== 'RoundDecided') return true;
    const round = roundAtHand(past);
    return round?.opened.round === event.data.round && round.isRevealed && !round.isDecided && !round.isSetAside;
  },

  'every ruling that counts agrees with the decision, or dissents from it': ({ event }, past) => {
    if (event.type !== 'RoundDecided') return true;
    const rulings = roundAtHand(past)?.rulings ?? [];
    const { agreeing, dissenting } = event.data;
    return rulings.every((one) => {
      const [said, other] = isSame(one, event.data) ? [agreeing, dissenting] : [dissenting, agreeing];
      return said.includes(one.reviewerId) && !other.includes(one.reviewerId);
    });
  },

  'a decision is what its basis says': ({ event }, past) =>
    event.type !== 'RoundDecided' || BASES[event.data.basis](event.data, past),

  'the evidence goes back into research without a decision that stands': ({ event }, past) => {
    if (event.type !== 'StageEntered' || past.at(-1)?.type !== 'CheckReturnedToResearch') return true;
    const round = roundAtHand(past);
    return round === undefined || round.isDecided || round.isSetAside;
  },
};

type Decided = RoundDecided['data'];

const BASES: { readonly [Basis in Decided['basis']]: (decided: Decided, past: Past) => boolean } = {
  unanimous: (decided, past) => agreeingIn(decided, past).every(Boolean) && isLowest(decided, past),
  majority: (decided, past) => {
    const agreeing = agreeingIn(decided, past);
    const isEnough = agreeing.filter(Boolean).length * 2 > agreeing.length;
    return isEnough && roundAtHand(past)?.opened.agreement === 'majority' && isLowest(decided, past);
  },
  tie_break: (decided, past) => {
    const choice = lastOf(past, 'TieBreakRuled')?.data.choice;
    return choice !== undefined && !('noConsensus' in choice) && isSame(choice, decided);
  },
  no_consensus: ({ label, finding, strength }, past) => {
    const labels = roundAtHand(past)?.opened.scale.labels ?? [];
    const first = labels.find(({ findings }) => findings.includes('conflicting_evidence'));
    return finding === 'conflicting_evidence' && strength === 'low' && label === first?.key;
  },
};

const agreeingIn = (decided: Decided, past: Past): readonly boolean[] =>
  (roundAtHand(past)?.rulings ?? []).map((one) => isSame(one, decided));

const isLowest = (decided: Decided, past: Past): boolean => {
  const strengths = (roundAtHand(past)?.rulings ?? [])
    .filter((one) => isSame(one, decided))
    .map(({ strength }) => STRENGTHS.indexOf(strength));
  return decided.strength === (STRENGTHS[Math.min(...strengths)] satisfies Strength | undefined);
};

const isSame = (
  one: Pick<Decided, 'label' | 'finding'>,
  { label, finding }: Pick<Decided, 'label' | 'finding'>,
): boolean => one.label === label && one.finding === finding;

/** In whatever round, or by breaking its tie. */
const everRuledIn = (past: Past): readonly string[] => [
  ...of(past, 'RulingSubmitted').map(({ data }) => data.reviewerId),
  ...of(past, 'TieBreakRuled').map(({ data }) => data.tieBreakerId),
];

const lastOf = <Type extends CheckEvent['type']>(past: Past, type: Type): OfType<CheckEvent, Type> | undefined =>
  of(past, type).at(-1);
