import type { Instant } from '#kernel';
import type { Mark } from '../../domain/check.events.js';
import type { Stage } from '../../domain/check.state.js';
import type { BoardCard } from './desk-board.answer.js';
import { NEVER } from './desk-board.table.js';
import type { DeskBoardAssignmentRow, DeskBoardRow } from './desk-board.table.js';

/** The stages in which nothing is left to do. */
export const AT_REST: readonly Stage[] = ['published', 'voided', 'shelved', 'withdrawn'];

/** What the board calls them in one word. */
export const DISPUTED: readonly Stage[] = ['reconciling', 'tie_break', 'deadlocked'];
const SOON_MS = 2 * 60 * 60 * 1000;

/** A row as it looks at this moment: lateness is not stored, since it comes without any event. */
export const boardCardOf = (
  row: Readonly<DeskBoardRow>,
  assignments: readonly Readonly<DeskBoardAssignmentRow>[],
  now: Instant,
): BoardCard => ({
  checkId: row.checkId,
  claim: { text: row.claimText, language: row.language, claimant: row.claimant },
  severity: row.severity,
  stage: row.stage,
  stageNo: row.stageNo,
  cycle: row.cycle,
  stageClock: clockOf(row.stageDueAt, row.stageMarks, now),
  caseClock: clockOf(row.caseDueAt, row.caseMarks, now),
  assignees: assignments.map(({ assignmentId, memberId, capacity, status, expiresAt }) => ({
    assignmentId,
    memberId,
    capacity,
    status,
    ...(status === 'offered' && { expiresAt }),
  })),
  rulings: { in: row.rulingsIn, expected: row.rulingsExpected },
  ...(row.liveVersion > 0 && { liveVersion: row.liveVersion }),
  flags: flagsOf(row, assignments),
});

const clockOf = (dueAt: Instant, marks: readonly Mark[], now: Instant): BoardCard['stageClock'] =>
  dueAt === NEVER ? undefined : { dueAt, colour: colourOf(dueAt, now), marks: [...marks] };

const colourOf = (dueAt: Instant, now: Instant): 'ok' | 'due_soon' | 'missed' => {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left <= 0) return 'missed';
  return left <= SOON_MS ? 'due_soon' : 'ok';
};

const flagsOf = (
  { stage, rulingsIn, rulingsExpected }: Readonly<DeskBoardRow>,
  assignments: readonly Readonly<DeskBoardAssignmentRow>[],
): BoardCard['flags'] => {
  const isHeld = assignments.some(({ status }) => status === 'accepted');
  return [
    ...(isHeld || AT_REST.includes(stage) ? [] : (['unassigned'] as const)),
    ...(DISPUTED.includes(stage) ? (['disputed'] as const) : []),
    ...(stage === 'in_review' && rulingsIn === rulingsExpected ? (['complete_not_revealed'] as const) : []),
  ];
};
