import type { Capacity, Instant } from '#kernel';

export const ASSIGNMENT_STATUSES = [
  'offered',
  'accepted',
  'declined',
  'expired',
  'transferred',
  'released',
  'recused',
  'completed',
] as const;

/** How an assignment stands, or how it ended. */
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export type Assignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly expiresAt: Instant;
  /** An offer stays open until somebody answers it or `AssignmentExpired` says that nobody did. */
  readonly status: AssignmentStatus;
  /** It came to him from another member, and can be answered in every stage before publication. */
  readonly isTransfer?: true;
};

/** Offered and not answered, or held. */
export const isActive = ({ status }: Assignment): boolean => status === 'offered' || status === 'accepted';
