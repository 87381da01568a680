import { z } from 'zod';
import { key, listQuery } from '#platform/http';
import { EVIDENCE_FLAGS } from '../domain/evidence.flags.js';
import { EVIDENCE_STATUSES } from '../domain/evidence.status.js';

/** Of what everybody sees: what is restricted is found by nothing that it says. */
export const evidenceQuery = listQuery.extend({
  state: z.enum(EVIDENCE_STATUSES).optional().describe('Of the desk’s own copy.'),
  originGroup: key.optional(),
  flag: z.enum(EVIDENCE_FLAGS).optional(),
});
