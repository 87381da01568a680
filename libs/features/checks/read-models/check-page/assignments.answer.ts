import { z } from 'zod';
import { instant } from '#platform/http';
import { ASSIGNMENT_STATUSES } from '../../domain/check.state.js';

const origin = z.strictObject({ assignmentId: z.string(), memberId: z.string(), reason: z.string() });

const ending = z
  .strictObject({
    at: instant,
    by: z.string().describe('A member’s id, or service:<job>.'),
    code: z.string().optional().describe('Why, in one word, where there is a list of them.'),
    reason: z.string().optional().describe('Why, in the words of who ended it.'),
    to: z
      .strictObject({ assignmentId: z.string(), memberId: z.string() })
      .optional()
      .describe('Who was asked instead.'),
  })
  .meta({ id: 'AssignmentEnding' });

/** Who was asked to take which part in a check, what he said, and how it ended. */
export const assignment = z
  .strictObject({
    assignmentId: z.string(),
    memberId: z.string(),
    capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
    status: z.enum(ASSIGNMENT_STATUSES),
    offeredAt: instant,
    offeredBy: z.string(),
    expiresAt: instant.describe('When the offer ends, if nobody answers it.'),
    note: z.string().optional(),
    overLoadReason: z.string().optional().describe('Why he was asked although he had enough to do.'),
    transferredFrom: origin.optional(),
    acceptedAt: instant.optional(),
    ended: ending.optional(),
  })
  .meta({ id: 'CheckAssignment' });

export type CheckAssignment = z.infer<typeof assignment>;
