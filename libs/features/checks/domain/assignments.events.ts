// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Capacity, DomainEvent, Instant, Role } from '#kernel';

export type AssignmentOffered = DomainEvent<
  'AssignmentOffered',
  {
    readonly assignmentId: string;
    readonly memberId: string;
    readonly capacity: Capacity;
    readonly note?: string;
    readonly overLoadReason?: string;
    /** Of that member, when it was offered. */
    readonly roles: readonly Role[];
    readonly openLoad: number;
    readonly expiresAt: Instant;
  }
>;
export type AssignmentAccepted = DomainEvent<
  'AssignmentAccepted',
  { readonly assignmentId: string; readonly memberId: string; readonly capacity: Capacity }
>;
/** A reviewer who accepts while the round is open joins it. */
export type ReviewerAdded = DomainEvent<'ReviewerAdded', { readonly round: number; readonly memberId: string }>;
export type AssignmentDeclined = DomainEvent<
  'AssignmentDeclined',
  {
    readonly assignmentId: string;
    readonly memberId: string;
    readonly code: 'busy' | 'conflict' | 'not_qualified' | 'other';
    readonly note?: string;
  }
>;
export type AssignmentExpired = DomainEvent<
  'AssignmentExpired',
  { readonly assignmentId: string; readonly memberId: string }
>;
/** To another member, who is asked as by an offer. */
export type AssignmentTransferred = DomainEvent<
  'AssignmentTransferred',
  {
    readonly assignmentId: string;
    readonly newAssignmentId: string;
    readonly fromMemberId: string;
    readonly toMemberId: string;
    readonly capacity: Capacity;
    readonly reason: string;
    readonly overLoadReason?: string;
    /** Of the new member, when it was transferred. */
    readonly roles: readonly Role[];
    readonly openLoad: number;
    readonly expiresAt: Instant;
  }
>;
export type AssignmentReleased = DomainEvent<
  'AssignmentReleased',
  {
    readonly assignmentId: string;
    readonly memberId: string;
    readonly capacity: Capacity;
    readonly code: 'own_wish' | 'editor' | 'role_lost' | 'suspended' | 'conflict';
    readonly note?: string;
    /** Sealed ones, which do not count any more. */
    readonly setAsideRulingIds: readonly string[];
  }
>;
export type MemberRecused = DomainEvent<
  'MemberRecused',
  {
    readonly memberId: string;
    readonly code: 'interest' | 'relationship' | 'prior_work' | 'other';
    readonly note: string;
    /** With which every one of his assignments ends. */
    readonly assignmentIds: readonly string[];
    /** Sealed ones, which do not count any more. */
    readonly setAsideRulingIds: readonly string[];
  }
>;
export type AssignmentEvent =
  | AssignmentOffered
  | AssignmentAccepted
  | ReviewerAdded
  | AssignmentDeclined
  | AssignmentExpired
  | AssignmentTransferred
  | AssignmentReleased
  | MemberRecused;
