import { z } from 'zod';
import { SEVERITIES } from '#features/standards';
import { instant, listOf, party } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';
import { clockAnswer } from '../clock.js';

const assignee = z.strictObject({
  assignmentId: z.string(),
  memberId: z.string(),
  capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
  status: z.enum(['offered', 'accepted']),
  expiresAt: instant.optional().describe('Of an open offer.'),
});

const boardReply = z.strictObject({
  replyId: z.string(),
  party,
  status: z.enum(['requested', 'answered', 'no_answer', 'declined']),
  dueAt: instant,
});

export const BOARD_FLAGS = [
  'overdue',
  'unassigned',
  'disputed',
  'complete_not_revealed',
  'waiting_for_reply',
  'scheduled',
  'publication_held',
  'under_review',
  'expired',
  'concern',
] as const;

/** A card of the editors' board. */
export const boardCard = z
  .strictObject({
    checkId: z.string(),
    claim: z.strictObject({ text: z.string(), language: z.string(), claimant: party }),
    demand: z.int().describe('In how many submissions the claim occurs.'),
    severity: z.enum(SEVERITIES),
    stage: z.enum(STAGES),
    stageNo: z.int(),
    cycle: z.int(),
    stageClock: clockAnswer.optional(),
    caseClock: clockAnswer.optional(),
    assignees: z.array(assignee),
    rulings: z.strictObject({ in: z.int(), expected: z.int() }).describe('Of the latest round.'),
    replies: z.array(boardReply).describe('Who was asked for a reply, and what came of it.'),
    liveVersion: z.int().optional(),
    flags: z
      .array(z.enum(BOARD_FLAGS))
      .describe(
        '`unassigned`: nobody holds a capacity. `publication_held`: refused at its time. `under_review`: its live version is looked at again.',
      ),
  })
  .meta({ id: 'BoardCard' });

export const deskBoard = listOf(boardCard).meta({ id: 'DeskBoard' });

export type BoardCard = z.infer<typeof boardCard>;
export type DeskBoard = z.infer<typeof deskBoard>;
