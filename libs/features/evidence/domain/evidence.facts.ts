import type { Key } from '#kernel';

export type EvidenceStatus = 'capturing' | 'archived' | 'failed' | 'acknowledged' | 'broken';

/** What other features' decisions may know of a piece of evidence. */
export type EvidenceFacts = {
  readonly evidenceId: string;
  readonly status: EvidenceStatus;
  /** Ten papers that cite one agency are one group. */
  readonly originGroup: Key;
};
