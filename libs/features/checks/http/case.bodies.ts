import { z } from 'zod';
import type { DataOf } from '#kernel';
import { instant, key } from '#platform/http';
import type { OpenCheck } from '../domain/case.commands.js';

// Form only. What depends on history is the decider's.

export const openCheckBody = z
  .strictObject({
    policyId: key
      .optional()
      .describe('The policy to which the check is pinned; the desk’s default one if none is named.'),
    dueAt: instant.optional().describe('When the whole case is due.'),
  })
  .meta({ id: 'OpenCheck' }) satisfies z.ZodType<DataOf<OpenCheck>>;
