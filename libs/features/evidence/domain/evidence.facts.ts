import type { Key } from '#kernel';
import type { EvidenceState } from './evidence.state.js';
import type { EvidenceStatus } from './evidence.status.js';

/** What other features' decisions may know of a piece of evidence. */
export type EvidenceFacts = {
  readonly evidenceId: string;
  readonly status: EvidenceStatus;
  /** Ten papers that cite one agency are one group. */
  readonly originGroup: Key;
  /** Who alone sees what it says; absent: whoever may see evidence. */
  readonly restrictedTo?: readonly string[];
};

/** Absent: there is no such evidence. */
export const evidenceFactsOf = (evidenceId: string, state: EvidenceState | undefined): EvidenceFacts | undefined => {
  if (state === undefined || state.status === 'absent') return undefined;
  const { status, originGroup, restrictedTo } = state;
  return { evidenceId, status, originGroup, ...(restrictedTo !== undefined && { restrictedTo }) };
};
