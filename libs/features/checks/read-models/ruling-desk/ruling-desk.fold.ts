import type { Actor } from '#kernel';
import { roundOf, rulesOf, stageOf } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import { standsIn } from '../../domain/stage.js';
import { linksIn } from '../check-page/links.fold.js';
import { questionsIn } from '../check-page/questions.fold.js';
import { repliesIn } from '../check-page/replies.fold.js';
import type { CheckLink } from '../check-page/research.answer.js';
import type { CheckRound } from '../check-page/rounds.answer.js';
import { roundsIn } from '../check-page/rounds.fold.js';
import type { Seen } from '../check-page/seen.js';
import type { RulingDesk } from './ruling-desk.answer.js';

/** What the stream of the check says, before its clock, its claim, its source and its precedents are added. */
export type RulingDeskItself = Omit<
  RulingDesk,
  'checkId' | 'version' | 'stageClock' | 'claim' | 'source' | 'precedents'
>;

/** Only for whom the round at hand is open to. */
export const rulingDeskIn = (
  actor: Actor,
  seen: Seen,
  state: CheckState,
  evidenceOf: (evidenceId: string) => CheckLink['evidence'],
): RulingDeskItself | undefined => {
  const round = roundsIn(seen).at(-1);
  if (round === undefined) return undefined;
  const isReviewer = roundOf(state).reviewers.includes(actor.id);
  return {
    stage: stageOf(state).name,
    as: isReviewer ? 'reviewer' : 'tie_breaker',
    round: headOf(round),
    links: pinnedLinks(round.evidenceSet, seen, evidenceOf),
    questions: questionsIn(seen.whole),
    replies: repliesIn(seen.whole, state),
    answerPrecedents: rulesOf(state).review.answerPrecedents,
    own: round.rulings.filter(({ reviewerId }) => reviewerId === actor.id),
    others: round.rulings.filter(({ reviewerId }) => reviewerId !== actor.id),
    toAnswer:
      !isReviewer && standsIn(state, ['tie_break']) ? roundOf(state).rulings.map(({ rulingId }) => rulingId) : [],
  };
};

/** As the set was when the round was opened, whatever was linked, weighed or taken away since. */
const pinnedLinks = (
  evidenceSet: number,
  { links }: Seen,
  evidenceOf: (evidenceId: string) => CheckLink['evidence'],
): RulingDesk['links'] =>
  linksIn(
    links.filter(({ data }) => data.evidenceSet <= evidenceSet),
    evidenceOf,
  ).filter(({ unlinked }) => unlinked === undefined);

const headOf = (round: CheckRound): RulingDesk['round'] => ({
  round: round.round,
  purpose: round.purpose,
  reviewers: round.reviewers,
  quorum: round.quorum,
  agreement: round.agreement,
  blind: round.blind,
  evidenceSet: round.evidenceSet,
  claimRevision: round.claimRevision,
  scale: round.scale,
  openedAt: round.openedAt,
  rulingsIn: round.rulingsIn,
  rulingsExpected: round.rulingsExpected,
  revealedAt: round.revealedAt,
  disagreement: round.disagreement,
  decision: round.decision,
});
