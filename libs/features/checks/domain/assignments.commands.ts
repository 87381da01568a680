import type { Capacity, DomainCommand } from '#kernel';
import type { MemberFacts } from '#features/members';
import type { Found } from './found.js';

export type OfferAssignment = DomainCommand<
  'OfferAssignment',
  {
    readonly assignmentId: string;
    readonly memberId: string;
    readonly capacity: Capacity;
    readonly note?: string;
    readonly overLoadReason?: string;
  },
  { readonly member: Found<MemberFacts & { readonly openLoad: number }> }
>;
export type AcceptAssignment = DomainCommand<
  'AcceptAssignment',
  { readonly assignmentId: string },
  { readonly member: Found<MemberFacts> }
>;
export type DeclineAssignment = DomainCommand<
  'DeclineAssignment',
  {
    readonly assignmentId: string;
    readonly code: 'busy' | 'conflict' | 'not_qualified' | 'other';
    readonly note?: string;
  }
>;
export type ExpireOffer = DomainCommand<'ExpireOffer', { readonly assignmentId: string }>;
export type TransferAssignment = DomainCommand<
  'TransferAssignment',
  {
    readonly assignmentId: string;
    readonly newAssignmentId: string;
    readonly toMemberId: string;
    readonly reason: string;
    readonly overLoadReason?: string;
  },
  { readonly member: Found<MemberFacts & { readonly openLoad: number }> }
>;
export type ReleaseAssignment = DomainCommand<
  'ReleaseAssignment',
  {
    readonly assignmentId: string;
    readonly code: 'own_wish' | 'editor' | 'role_lost' | 'suspended' | 'conflict';
    readonly note?: string;
  }
>;
export type Recuse = DomainCommand<
  'Recuse',
  { readonly code: 'interest' | 'relationship' | 'prior_work' | 'other'; readonly note: string }
>;
export type AssignmentCommand =
  | OfferAssignment
  | AcceptAssignment
  | DeclineAssignment
  | ExpireOffer
  | TransferAssignment
  | ReleaseAssignment
  | Recuse;
