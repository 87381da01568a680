import type { OfType, Recorded } from '#kernel';
import type { CheckEvent, ReviewRoundOpened, RulingAmended, RulingSubmitted } from '../../domain/check.events.js';
import type { PartOf } from '../../domain/visible.js';
import { ofType } from '../of-type.js';
import type { CheckRound } from './rounds.answer.js';
import type { Seen } from './seen.js';

type Opened = Recorded<ReviewRoundOpened>;
type Entry = Recorded<RulingSubmitted | RulingAmended>;
type Ruling = CheckRound['rulings'][number];

/** Each round with what was seen of it. That a ruling is in is seen by everybody, so counting what is seen counts all. */
export const roundsIn = ({ whole, parts }: Seen): CheckRound[] =>
  ofType(whole, 'ReviewRoundOpened').map((opened) => roundOf(opened, whole, parts));

const roundOf = (opened: Opened, whole: readonly Recorded<CheckEvent>[], parts: readonly PartOf[]): CheckRound => {
  const { reviewers, scale, policy: _, ...round } = opened.data;
  const isOfIt = ({ data }: { readonly data: { readonly round?: number } }) => data.round === round.round;
  const joined = ofType(whole, 'ReviewerAdded').filter(isOfIt);
  const rulings = rulingsIn([...ofType(whole, 'RulingSubmitted'), ...ofType(whole, 'RulingAmended')].filter(isOfIt));
  const hidden = parts.filter((part) => part.type === 'RulingSubmitted').filter(isOfIt);
  const everyone = [...reviewers, ...joined.map(({ data }) => data.memberId)];
  const disagreement = ofType(whole, 'DisagreementFound').find(isOfIt)?.data.labels;
  return {
    ...round,
    reviewers: everyone,
    scale: { ...scale, labels: scale.labels.map((label) => ({ ...label, findings: [...label.findings] })) },
    openedAt: opened.recordedAt,
    rulingsIn: rulings.length + hidden.length,
    rulingsExpected: everyone.length,
    rulings,
    sealed: hidden.flatMap(sealedRulingOf),
    revealedAt: ofType(whole, 'RulingsRevealed').find(isOfIt)?.recordedAt,
    ...(disagreement && { disagreement: [...disagreement] }),
    decision: decisionIn(ofType(whole, 'RoundDecided').findLast(isOfIt)),
  };
};

/** One for each ruling, in the order of the first entries. */
const rulingsIn = (entries: readonly Entry[]): Ruling[] => {
  const ids = new Set(entries.map(({ data }) => data.rulingId));
  return [...ids].flatMap((rulingId) => {
    const own = entries.filter(({ data }) => data.rulingId === rulingId);
    const [first] = own;
    return first === undefined ? [] : [{ rulingId, reviewerId: first.data.reviewerId, entries: own.map(entryOf) }];
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
const sealedRulingOf = ({ data, recordedAt }: PartOf<'RulingSubmitted'>): CheckRound['sealed'] => {
  const { rulingId, reviewerId } = data;
  const isKnown = rulingId !== undefined && reviewerId !== undefined && recordedAt !== undefined;
  return isKnown ? [{ rulingId, reviewerId, enteredAt: recordedAt }] : [];
};

const decisionIn = (decided: Recorded<OfType<CheckEvent, 'RoundDecided'>> | undefined): CheckRound['decision'] => {
  if (decided === undefined) return undefined;
  const { round: _, agreeing, dissenting, ...decision } = decided.data;
  return { ...decision, agreeing: [...agreeing], dissenting: [...dissenting] };
};
