import { enqueue } from '#kernel';
import type { Reaction } from '#kernel';
import type { EvidenceEvent } from '../domain/evidence.events.js';
import { archiveEvidence } from '../jobs/archive-evidence.job.js';

export const archiveEvidenceWhenRequested: Reaction<EvidenceEvent> = {
  name: 'archive-evidence-when-requested',
  on: {
    EvidenceArchiveRequested: ({ id, data: { archiveRun } }) => [
      enqueue(archiveEvidence, { key: [id, archiveRun], payload: { evidenceId: id, archiveRun } }),
    ],
  },
};
