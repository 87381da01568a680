import type { Instant } from '#kernel';
import type { Stage } from '../../domain/check.state.js';
import { clockAnswerOf, isMissed } from '../clock.js';
import type { BoardCase } from './board-case.js';
import type { BoardCard } from './desk-board.answer.js';
import type { DeskBoardRow } from './desk-board.table.js';

/** What the board calls them in one word. */
export const DISPUTED: readonly Stage[] = ['reconciling', 'tie_break', 'deadlocked'];

/** A row as it looks at this moment. */
export const boardCardOf = (row: Readonly<DeskBoardRow>, now: Instant): BoardCard => {
  const { claim, demand, severity, stage, stageNo, cycle, stageClock, caseClock, assignments, replies, live } =
    row.content;
  return {
    checkId: row.checkId,
    claim,
    demand,
    severity,
    stage,
    stageNo,
    cycle,
    ...(stageClock && { stageClock: clockAnswerOf(stageClock, now) }),
    ...(caseClock && { caseClock: clockAnswerOf(caseClock, now) }),
    assignees: assignments.map(({ expiresAt, ...held }) => ({
      ...held,
      ...(held.status === 'offered' && { expiresAt }),
    })),
    rulings: rulingsOf(row.content),
    replies: [...replies],
    ...(live && { liveVersion: live.versionNo }),
    flags: flagsOf(row, now),
  };
};

/** Fewer reviewers than the round needs wait for a replacement: his ruling is expected too. */
const rulingsOf = ({ round: { reviewers, quorum, rulingsIn } }: BoardCase): BoardCard['rulings'] => ({
  in: rulingsIn,
  expected: Math.max(reviewers.length, quorum),
});

const flagsOf = (row: Readonly<DeskBoardRow>, now: Instant): BoardCard['flags'] => {
  const { stage, stageClock, caseClock, live, publication } = row.content;
  const rulings = rulingsOf(row.content);
  const stands: readonly (readonly [BoardCard['flags'][number], boolean])[] = [
    ['overdue', isMissed(stageClock, now) || isMissed(caseClock, now)],
    ['unassigned', row.isUnassigned],
    ['disputed', row.isDisputed],
    ['complete_not_revealed', stage === 'in_review' && rulings.in === rulings.expected],
    ['waiting_for_reply', row.waitsForReply],
    ['scheduled', publication === 'scheduled'],
    ['publication_held', publication === 'held'],
    ['under_review', row.isUnderReview],
    ['expired', live !== undefined && live.expiresAt <= now],
    ['concern', row.hasConcern],
  ];
  return stands.flatMap(([flag, is]) => (is ? [flag] : []));
};
