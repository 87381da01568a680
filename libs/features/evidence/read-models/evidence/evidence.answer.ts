import { z } from 'zod';
import { instant, listOf, party } from '#platform/http';
import { EVIDENCE_FLAGS } from '../../domain/evidence.flags.js';
import { EVIDENCE_KINDS } from '../../domain/evidence.state.js';
import { EVIDENCE_STATUSES } from '../../domain/evidence.status.js';

/** One piece of evidence. What it says is absent where it is restricted and whoever asks is not named. */
export const evidenceLine = z
  .strictObject({
    evidenceId: z.string(),
    kind: z.enum(EVIDENCE_KINDS).optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    publisher: party.optional(),
    originGroup: z.string(),
    status: z.enum(EVIDENCE_STATUSES),
    sha256: z.string().optional().describe('Of the desk’s own copy that was made last.'),
    flags: z.array(z.enum(EVIDENCE_FLAGS)),
    capturedBy: z.string(),
    capturedAt: instant,
  })
  .meta({ id: 'EvidenceLine' });

export const evidenceList = listOf(evidenceLine).meta({ id: 'EvidenceList' });

export type EvidenceLine = z.infer<typeof evidenceLine>;
export type EvidenceList = z.infer<typeof evidenceList>;
