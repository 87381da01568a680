import { z } from 'zod';
import type { DataOf } from '#kernel';
import { id, reason, text, uuid } from '#platform/http';
import type { AcceptAssignment, DeclineAssignment, OfferAssignment } from '../domain/assignments.commands.js';

// Form only. What depends on history is the decider's.

export const offerAssignmentBody = z
  .strictObject({
    assignmentId: id,
    memberId: uuid,
    capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
    note: text(500).optional(),
    overLoadReason: reason
      .optional()
      .describe('Needed when the member has as many open assignments as the policy allows.'),
  })
  .meta({ id: 'OfferAssignment' }) satisfies z.ZodType<DataOf<OfferAssignment>>;

export const acceptAssignmentBody = z
  .strictObject({ assignmentId: uuid })
  .meta({ id: 'AcceptAssignment' }) satisfies z.ZodType<DataOf<AcceptAssignment>>;

export const declineAssignmentBody = z
  .strictObject({
    assignmentId: uuid,
    code: z.enum(['busy', 'conflict', 'not_qualified', 'other']),
    note: text(500).optional(),
  })
  .meta({ id: 'DeclineAssignment' }) satisfies z.ZodType<DataOf<DeclineAssignment>>;
