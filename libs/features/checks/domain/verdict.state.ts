import type { Day, Instant, Key } from '#kernel';
import type { Finding } from '#features/standards';

export const DRAFT_STATUSES = ['drafted', 'approved', 'refused', 'lapsed', 'published'] as const;

/** How a draft stands. One that is refused or lapsed is closed: a new one is needed. */
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

export type Draft = {
  readonly status: DraftStatus;
  readonly versionNo: number;
  readonly draftNo: number;
  readonly contentHash: string;
  readonly label: Key;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
  readonly evidenceSet: number;
  readonly reviewBy: string;
  readonly claimRevision: number;
  readonly round: number;
  /** In force while the draft is approved. */
  readonly approval?: {
    /** Version of its event. */
    readonly version: number;
    readonly approverId: string;
    readonly claimRevision: number;
    readonly waived: readonly ('reply' | 'sources' | 'archive')[];
    readonly consideredReplyIds: readonly string[];
  };
};

/** When an approved version is to be published without anybody pressing a button. */
export type Schedule = {
  readonly versionNo: number;
  /** 1, 2, 3 … of that version. */
  readonly scheduleNo: number;
  readonly publishAt: Instant;
  readonly stands: boolean;
};

/** What the desk has published. */
export type Version = {
  readonly versionNo: number;
  readonly draftNo: number;
  readonly label: Key;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
  readonly evidenceSet: number;
  /** On which it rests. */
  readonly round: number;
  /** Version of the event with which it was approved, for the last time. */
  readonly approvedIn?: number;
  readonly reviewBy: Day;
  /** The first instant of that day at the desk. */
  readonly expiresAt: Instant;
  /** `VerdictExpired` is recorded. */
  readonly isExpired?: true;
};
