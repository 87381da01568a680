import type { OfType, Recorded } from '#kernel';
import type {
  CheckEvent,
  ReviewRoundOpened,
  RulingAmended,
  RulingSubmitted,
  RulingWithdrawn,
  TieBreakRuled,
} from '../../domain/check.events.js';
import type { PartOf } from '../../domain/visible.js';
import { ofType } from '../of-type.js';
import { roundMembersIn } from './round-members.fold.js';
import type { CheckRound } from './rounds.answer.js';
import type { Seen } from './seen.js';

type Opened = Recorded<ReviewRoundOpened>;
type Entry = Recorded<RulingSubmitted | RulingAmended>;
type Ruling = CheckRound['rulings'][number];

/**
 * Each round with what was seen of it. That a ruling is in is seen by everybody, so counting what is seen counts all. Those
 * that were set aside are left out for who may know whose they are: to the others, whether a leaver had ruled is sealed.
 */
export const roundsIn = ({ whole, parts }: Seen): CheckRound[] =>
  ofType(whole, 'ReviewRoundOpened').map((opened) => roundOf(opened, whole, parts));

const roundOf = (opened: Opened, whole: readonly Recorded<CheckEvent>[], parts: readonly PartOf[]): CheckRound => {
  const { reviewers, scale, policy: _, ...round } = opened.data;
  const isOfIt = ({ data }: { readonly data: { readonly round?: number } }) => data.round === round.round;
  const withdrawals = ofType(whole, 'RulingWithdrawn').filter(isOfIt);
  const entries = [...ofType(whole, 'RulingSubmitted'), ...ofType(whole, 'RulingAmended')].filter(isOfIt);
  const rulings = rulingsIn(entries, withdrawals);
  const hidden = parts.filter((part) => part.type === 'RulingSubmitted').filter(isOfIt);
  const hiddenWithdrawals = parts.filter((part) => part.type === 'RulingWithdrawn').filter(isOfIt);
  const members = roundMembersIn({ round: round.round, reviewers }, opened.version, [...whole, ...parts]);
  const counts = ({ rulingId }: { readonly rulingId: string }) => !members.setAsideRulingIds.includes(rulingId);
  const sealed = hidden.flatMap((one) => sealedRulingOf(one, hiddenWithdrawals));
  const setAside = ofType(whole, 'RoundSetAside').find(isOfIt);
  const disagreement = ofType(whole, 'DisagreementFound').find(isOfIt)?.data.labels;
  return {
    ...round,
    reviewers: [...members.reviewers],
    left: [...members.left],
    scale: { ...scale, labels: scale.labels.map((label) => ({ ...label, findings: [...label.findings] })) },
    openedAt: opened.recordedAt,
    rulingsIn:
      rulings.filter(counts).length +
      hidden.length -
      sealed.filter((one) => !counts(one)).length -
      withdrawals.length -
      hiddenWithdrawals.length,
    rulingsExpected: Math.max(members.reviewers.length, round.quorum),
    rulings,
    sealed,
    setAsideRulingIds: [...members.setAsideRulingIds],
    revealedAt: ofType(whole, 'RulingsRevealed').find(isOfIt)?.recordedAt,
    ...(disagreement && { disagreement: [...disagreement] }),
    ...(setAside && { setAside: { reason: setAside.data.reason, at: setAside.recordedAt } }),
    ...disputeIn(whole, isOfIt),
    decision: decisionIn(ofType(whole, 'RoundDecided').findLast(isOfIt)),
  };
};

/** One for each ruling, in the order of the first entries. */
const rulingsIn = (entries: readonly Entry[], withdrawals: readonly Recorded<RulingWithdrawn>[]): Ruling[] => {
  const ids = new Set(entries.map(({ data }) => data.rulingId));
  return [...ids].flatMap((rulingId) => {
    const own = entries.filter(({ data }) => data.rulingId === rulingId);
    const [first] = own;
    if (first === undefined) return [];
    const gone = withdrawals.find(({ data }) => data.rulingId === rulingId);
    const withdrawn = gone && { reason: gone.data.reason, at: gone.recordedAt };
    const ruling = { rulingId, reviewerId: first.data.reviewerId, entries: own.map(entryOf) };
    return [{ ...ruling, ...(withdrawn && { withdrawn }) }];
  });
};

const entryOf = ({ data, recordedAt }: Entry): Ruling['entries'][number] => {
  const { entry, label, finding, strength, rationale, linkIds, departure } = data;
  const reason = 'reason' in data ? data.reason : undefined;
  return {
    entry,
    label,
    finding,
    strength,
    rationale,
    linkIds: [...linkIds],
    departure,
    reason,
    enteredAt: recordedAt,
  };
};

/** Nothing for those who may only know that it is in. */
const sealedRulingOf = (
  { data, recordedAt }: PartOf<'RulingSubmitted'>,
  withdrawals: readonly PartOf<'RulingWithdrawn'>[],
): CheckRound['sealed'] => {
  const { rulingId, reviewerId } = data;
  if (rulingId === undefined || reviewerId === undefined || recordedAt === undefined) return [];
  const withdrawnAt = withdrawals.find((one) => one.data.rulingId === rulingId)?.recordedAt;
  return [{ rulingId, reviewerId, enteredAt: recordedAt, ...(withdrawnAt !== undefined && { withdrawnAt }) }];
};

type IsOfIt = (event: { readonly data: { readonly round?: number } }) => boolean;

/** What became of a disagreement on its way to a decision. */
const disputeIn = (
  whole: readonly Recorded<CheckEvent>[],
  isOfIt: IsOfIt,
): Pick<CheckRound, 'reconciliationEnded' | 'tieBreak' | 'deadlock'> => {
  const ended = ofType(whole, 'ReconciliationEnded').find(isOfIt);
  const tieBreak = ofType(whole, 'TieBreakRuled').find(isOfIt);
  const deadlock = ofType(whole, 'RoundDeadlocked').find(isOfIt);
  return {
    ...(ended && { reconciliationEnded: { reason: ended.data.reason, at: ended.recordedAt } }),
    ...(tieBreak && { tieBreak: tieBreakOf(tieBreak) }),
    ...(deadlock && { deadlock: { cause: deadlock.data.cause, at: deadlock.recordedAt } }),
  };
};

const tieBreakOf = ({ data, recordedAt }: Recorded<TieBreakRuled>): CheckRound['tieBreak'] => {
  const { rulingId, tieBreakerId, choice } = data;
  const answers = data.answers.map((answer) => ({ ...answer }));
  const common = { rulingId, tieBreakerId, answers, rationale: choice.rationale, enteredAt: recordedAt };
  if ('noConsensus' in choice) return common;
  const { label, finding, strength, linkIds } = choice;
  return { ...common, choice: { label, finding, strength, linkIds: [...linkIds] } };
};

const decisionIn = (decided: Recorded<OfType<CheckEvent, 'RoundDecided'>> | undefined): CheckRound['decision'] => {
  if (decided === undefined) return undefined;
  const { round: _, agreeing, dissenting, ...decision } = decided.data;
  return { ...decision, agreeing: [...agreeing], dissenting: [...dissenting] };
};
