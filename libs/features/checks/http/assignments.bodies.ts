import { z } from 'zod';
import type { DataOf } from '#kernel';
import { id, reason, text, uuid } from '#platform/http';
import type {
  AcceptAssignment,
  DeclineAssignment,
  OfferAssignment,
  Recuse,
  ReleaseAssignment,
  TransferAssignment,
} from '../domain/assignments.commands.js';

// Form only. What depends on history is the decider's.

const overLoadReason = reason
  .optional()
  .describe('Needed when the member has as many open assignments as the policy allows.');

export const offerAssignmentBody = z
  .strictObject({
    assignmentId: id,
    memberId: uuid,
    capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
    note: text(500).optional(),
    overLoadReason,
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

export const transferAssignmentBody = z
  .strictObject({ assignmentId: uuid, newAssignmentId: id, toMemberId: uuid, reason, overLoadReason })
  .meta({ id: 'TransferAssignment' }) satisfies z.ZodType<DataOf<TransferAssignment>>;

export const releaseAssignmentBody = z
  .strictObject({
    assignmentId: uuid,
    code: z.enum(['own_wish', 'editor', 'role_lost', 'suspended', 'conflict']),
    note: text(500).optional(),
  })
  .meta({ id: 'ReleaseAssignment' }) satisfies z.ZodType<DataOf<ReleaseAssignment>>;

export const recuseBody = z
  .strictObject({ code: z.enum(['interest', 'relationship', 'prior_work', 'other']), note: text(1000) })
  .meta({ id: 'Recuse' }) satisfies z.ZodType<DataOf<Recuse>>;
