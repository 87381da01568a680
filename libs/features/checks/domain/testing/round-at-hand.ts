import type { CheckEvent, ReviewRoundOpened, RulingSubmitted } from '../check.events.js';
import type { Past } from './history.js';

type RoundAtHand = {
  readonly opened: ReviewRoundOpened['data'];
  /** Who must rule, and whose rulings count. */
  readonly reviewers: readonly string[];
  readonly rulings: readonly RulingSubmitted['data'][];
  /** Whoever has entered one, whether it counts or not, or broken the tie. */
  readonly everRuled: readonly string[];
  readonly isRevealed: boolean;
  readonly isSetAside: boolean;
  readonly isDecided: boolean;
};

/** The latest round as its events tell it, read without the decider. */
export const roundAtHand = (past: Past): RoundAtHand | undefined =>
  past.reduce<RoundAtHand | undefined>((round, event) => {
    if (event.type === 'ReviewRoundOpened') return begun(event.data);
    return round && changed(round, event);
  }, undefined);

const begun = (opened: ReviewRoundOpened['data']): RoundAtHand => ({
  opened,
  reviewers: opened.reviewers,
  rulings: [],
  everRuled: [],
  isRevealed: false,
  isSetAside: false,
  isDecided: false,
});

const changed = (round: RoundAtHand, event: CheckEvent): RoundAtHand => {
  if (event.type === 'ReviewerAdded') return { ...round, reviewers: [...round.reviewers, event.data.memberId] };
  if (event.type === 'RulingSubmitted')
    return {
      ...round,
      rulings: [...round.rulings, event.data],
      everRuled: [...round.everRuled, event.data.reviewerId],
    };
  if (event.type === 'RulingAmended') {
    const { rulingId, label, finding, strength } = event.data;
    const amended = { label, finding, strength };
    return {
      ...round,
      rulings: round.rulings.map((one) => (one.rulingId === rulingId ? { ...one, ...amended } : one)),
    };
  }
  if (event.type === 'RulingWithdrawn')
    return { ...round, rulings: round.rulings.filter(({ rulingId }) => rulingId !== event.data.rulingId) };
  if (event.type === 'TieBreakRuled') return { ...round, everRuled: [...round.everRuled, event.data.tieBreakerId] };
  if (event.type === 'RoundDecided') return { ...round, isDecided: true };
  if (event.type === 'RulingsRevealed') return { ...round, isRevealed: true };
  if (event.type === 'RoundSetAside') return { ...round, isSetAside: true };
  const leaver = reviewerLeaving(event);
  if (leaver === undefined || round.isRevealed || round.isSetAside) return round;
  return {
    ...round,
    reviewers: round.reviewers.filter((id) => id !== leaver),
    rulings: round.rulings.filter(({ reviewerId }) => reviewerId !== leaver),
  };
};

const reviewerLeaving = (event: CheckEvent): string | undefined => {
  if (event.type === 'MemberRecused') return event.data.memberId;
  if (event.type === 'AssignmentReleased' && event.data.capacity === 'reviewer') return event.data.memberId;
  return event.type === 'AssignmentTransferred' && event.data.capacity === 'reviewer'
    ? event.data.fromMemberId
    : undefined;
};
