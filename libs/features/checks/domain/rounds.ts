import type { DataOf } from '#kernel';
import type { PinnedPolicy, Severity } from '#features/standards';
import type { Pins, ReviewRoundOpened, RulingAmended, RulingSubmitted } from './check.events.js';
import type { CheckState, Round, Ruling } from './check.state.js';

/** How many reviewers a round needs at least: every one who is named in it must rule. */
export const quorumFor = (
  purpose: ReviewRoundOpened['data']['purpose'],
  severity: Severity,
  { rules: { review, corrections } }: PinnedPolicy,
): number => (purpose === 'full' ? review.quorum[severity] : corrections.reviewers);

export const isComplete = ({ reviewers, rulings, quorum }: Round): boolean =>
  rulings.length >= quorum && reviewers.every((id) => rulings.some(({ reviewerId }) => reviewerId === id));

/** On what everything in this round rests. */
export const pinsOf = ({
  evidenceSet,
  claimRevision,
  scale,
  policy,
}: Pick<Round, 'evidenceSet' | 'claimRevision' | 'scale' | 'policy'>): Pins => ({
  evidenceSet,
  claimRevision,
  scale: { id: scale.scaleId, version: scale.version },
  policy,
});

/** The state with something changed in the round at hand. */
export const inRound = (state: CheckState, change: (round: Round) => Partial<Round>): CheckState =>
  state.round === undefined ? state : { ...state, round: { ...state.round, ...change(state.round) } };

/** A new round takes the place of the one before it. */
export const roundBegun = (state: CheckState, data: DataOf<ReviewRoundOpened>): CheckState => {
  const { round: before, earlierRounds, people } = state;
  const earlier = before && {
    round: before.round,
    reviewers: before.reviewers,
    blind: before.blind,
    leavers: people.setAside,
  };
  return { ...state, round: roundIn(data), earlierRounds: [...earlierRounds, ...(earlier ? [earlier] : [])] };
};

/** A round as it begins. */
const roundIn = ({
  round,
  purpose,
  reviewers,
  quorum,
  agreement,
  blind,
  evidenceSet,
  claimRevision,
  scale,
  policy,
}: DataOf<ReviewRoundOpened>): Round => ({
  round,
  purpose,
  reviewers,
  quorum,
  agreement,
  blind,
  evidenceSet,
  claimRevision,
  scale,
  policy,
  rulings: [],
  former: [],
  disagreed: false,
});

export const rulingIn = ({
  rulingId,
  reviewerId,
  entry,
  label,
  finding,
  strength,
  revealAt,
}: DataOf<RulingSubmitted>): Ruling => ({ rulingId, reviewerId, entry, label, finding, strength, revealAt });

/** The rulings as they stand once one of them is amended. */
export const withEntry = (
  rulings: readonly Ruling[],
  { rulingId, entry, label, finding, strength, revealAt = '' }: DataOf<RulingAmended>,
): readonly Ruling[] =>
  rulings.map((ruling) =>
    ruling.rulingId === rulingId
      ? { ...ruling, entry, label, finding, strength, revealAt: latest(ruling.revealAt, revealAt) }
      : ruling,
  );

/** The round goes on without these rulings. */
export const withoutRulings = (
  { rulings, former }: Round,
  rulingIds: readonly string[],
): Pick<Round, 'rulings' | 'former'> => {
  const isGone = ({ rulingId }: Ruling): boolean => rulingIds.includes(rulingId);
  const gone = rulings.filter(isGone).map(({ rulingId, reviewerId }) => ({ rulingId, reviewerId }));
  return { rulings: rulings.filter((ruling) => !isGone(ruling)), former: [...former, ...gone] };
};

const latest = (one: string, other: string): string => (one > other ? one : other);
