export const EVIDENCE_STATUSES = ['capturing', 'archived', 'failed', 'acknowledged', 'broken'] as const;

/** Whether the desk holds its own copy, and what became of the attempt to get one. */
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];
