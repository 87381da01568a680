import { z } from 'zod';
import { ROLES } from '#kernel';
import { instant, listOf } from '#platform/http';

const open = z
  .strictObject({ researcher: z.int(), reviewer: z.int(), tie_breaker: z.int(), approver: z.int() })
  .describe('Offered to him or held by him, by capacity.');

/** What one member has to do. */
export const workloadLine = z
  .strictObject({
    memberId: z.string(),
    name: z.string().optional().describe('Absent once it was erased.'),
    status: z.enum(['invited', 'active', 'suspended', 'departed']),
    roles: z.array(z.enum(ROLES)),
    skills: z.strictObject({ languages: z.array(z.string()), topics: z.array(z.string()) }),
    load: z.int().describe('All of them: what the limit of the policy counts.'),
    open,
    dueThisWeek: z.int().describe('Offers and stages at his hand that are due until Sunday, and what is overdue.'),
    lastAssignedAt: instant.optional(),
  })
  .meta({ id: 'WorkloadLine' });

export const workloadList = listOf(workloadLine).meta({ id: 'Workload' });

export type WorkloadLine = z.infer<typeof workloadLine>;
export type WorkloadList = z.infer<typeof workloadList>;
