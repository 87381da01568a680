import { z } from 'zod';
import { SEVERITIES } from '#features/standards';
import { instant, listOf, party } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';

const boardClock = z
  .strictObject({
    dueAt: instant,
    colour: z.enum(['ok', 'due_soon', 'missed']).describe('`due_soon`: within two hours of the moment of the answer.'),
    marks: z.array(z.strictObject({ mark: z.string(), at: instant })),
  })
  .meta({ id: 'BoardClock' });

const assignee = z.strictObject({
  assignmentId: z.string(),
  memberId: z.string(),
  capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
  status: z.enum(['offered', 'accepted']),
  expiresAt: instant.optional().describe('Of an open offer.'),
});

/** A card of the editors' board. */
export const boardCard = z
  .strictObject({
    checkId: z.string(),
    claim: z.strictObject({ text: z.string(), language: z.string(), claimant: party }),
    severity: z.enum(SEVERITIES),
    stage: z.enum(STAGES),
    stageNo: z.int(),
    cycle: z.int(),
    stageClock: boardClock.optional(),
    caseClock: boardClock.optional(),
    assignees: z.array(assignee),
    rulings: z.strictObject({ in: z.int(), expected: z.int() }).describe('Of the latest round.'),
    liveVersion: z.int().optional(),
    flags: z.array(
      z.enum(['unassigned', 'disputed', 'complete_not_revealed']).describe('`unassigned`: nobody holds a capacity.'),
    ),
  })
  .meta({ id: 'BoardCard' });

export const deskBoard = listOf(boardCard).meta({ id: 'DeskBoard' });

export type BoardCard = z.infer<typeof boardCard>;
export type DeskBoard = z.infer<typeof deskBoard>;
