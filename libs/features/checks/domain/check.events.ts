// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Capacity, Day, DomainEvent, Instant, Key, Language, Role } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { Finding, Pin, PinnedPolicy, PinnedScale, Severity } from '#features/standards';
import type { Nature, Stage, Stance, Strength } from './check.state.js';

/** A named instant of a clock. */
export type Mark = { readonly mark: Key; readonly at: Instant };

export type CheckOpened = DomainEvent<
  'CheckOpened',
  { readonly claim: ClaimFacts; readonly policy: PinnedPolicy; readonly severity: Severity; readonly cycle: number }
>;
/** Every change of stage, in the same append as what caused it. */
export type StageEntered = DomainEvent<
  'StageEntered',
  {
    /** 1, 2, 3 … over the whole life of the check. */
    readonly no: number;
    readonly run: number;
    readonly stage: Stage;
    readonly dueAt?: Instant;
    readonly marks: readonly Mark[];
    readonly left?: { readonly no: number; readonly stage: Stage; readonly late: boolean };
  }
>;
export type DueDateSet = DomainEvent<
  'DueDateSet',
  {
    readonly cycle: number;
    readonly run: number;
    readonly dueAt: Instant;
    readonly marks: readonly Mark[];
    readonly reason?: string;
  }
>;
export type CaseEvent = CheckOpened | StageEntered | DueDateSet;

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
export type AssignmentEvent =
  AssignmentOffered | AssignmentAccepted | ReviewerAdded | AssignmentDeclined | AssignmentExpired;

export type EvidenceLinked = DomainEvent<
  'EvidenceLinked',
  {
    readonly linkId: string;
    readonly evidenceId: string;
    readonly stance: Stance;
    readonly nature: Nature;
    readonly weight: Strength;
    readonly quote?: string;
    readonly locator?: string;
    readonly note?: string;
    readonly originGroup: Key;
    /** The number of the evidence set that this link makes. */
    readonly evidenceSet: number;
    readonly by: string;
  }
>;
export type CheckSubmittedForReview = DomainEvent<
  'CheckSubmittedForReview',
  {
    readonly proposal: { readonly finding: Finding; readonly strength: Strength; readonly rationale: string };
    readonly evidenceSet: number;
    readonly claimRevision: number;
    readonly openQuestionIds: readonly string[];
  }
>;
export type ResearchEvent = EvidenceLinked | CheckSubmittedForReview;

/** On what an opinion or a draft rests. */
export type Pins = {
  readonly evidenceSet: number;
  readonly claimRevision: number;
  readonly scale: Pin;
  readonly policy: Pin;
};
type Opinion = {
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  readonly rationale: string;
  readonly linkIds: readonly string[];
  /** Why it departs from the live finding of a linked claim. */
  readonly departure?: string;
};

export type ReviewRoundOpened = DomainEvent<
  'ReviewRoundOpened',
  {
    readonly round: number;
    readonly purpose: 'full' | 'confirm';
    readonly reviewers: readonly string[];
    readonly quorum: number;
    readonly agreement: 'unanimous' | 'majority';
    readonly blind: boolean;
    readonly evidenceSet: number;
    readonly claimRevision: number;
    readonly scale: PinnedScale;
    readonly policy: Pin;
  }
>;
export type RulingSubmitted = DomainEvent<
  'RulingSubmitted',
  Opinion &
    Pins & {
      readonly rulingId: string;
      readonly round: number;
      readonly entry: 1;
      readonly reviewerId: string;
      /** Not revealed earlier. */
      readonly revealAt: Instant;
    }
>;
export type RulingAmended = DomainEvent<
  'RulingAmended',
  Opinion &
    Pins & {
      readonly rulingId: string;
      readonly round: number;
      readonly reason: string;
      readonly entry: number;
      readonly reviewerId: string;
      readonly when: 'sealed' | 'reconciliation';
      /** Of a sealed one. */
      readonly revealAt?: Instant;
    }
>;
export type RulingsRevealed = DomainEvent<
  'RulingsRevealed',
  { readonly round: number; readonly rulings: readonly { readonly rulingId: string; readonly entry: number }[] }
>;
export type DisagreementFound = DomainEvent<
  'DisagreementFound',
  { readonly round: number; readonly labels: readonly { readonly label: Key; readonly count: number }[] }
>;
export type RoundDecided = DomainEvent<
  'RoundDecided',
  {
    readonly round: number;
    readonly basis: 'unanimous' | 'majority' | 'tie_break' | 'no_consensus';
    readonly label: Key;
    readonly finding: Finding;
    readonly strength: Strength;
    /** Ids of members. */
    readonly agreeing: readonly string[];
    readonly dissenting: readonly string[];
  }
>;
export type ReviewEvent =
  ReviewRoundOpened | RulingSubmitted | RulingAmended | RulingsRevealed | DisagreementFound | RoundDecided;

export type VerdictDrafted = DomainEvent<
  'VerdictDrafted',
  Pins & {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly title: string;
    readonly claimReviewed: string;
    readonly summary: string;
    readonly body: string;
    readonly language: Language;
    readonly asOf: Day;
    readonly citedLinkIds: readonly string[];
    readonly disagreementNote?: string;
    readonly correctionId?: string;
    readonly notice?: string;
    readonly reviewBy: Day;
    readonly label: Key;
    readonly labelText: string;
    readonly finding: Finding;
    readonly strength: Strength;
    readonly round: number;
    readonly contentHash: string;
    readonly by: string;
  }
>;
export type Waiver = { readonly rule: 'reply' | 'sources' | 'archive'; readonly code: Key; readonly note: string };
export type VerdictApproved = DomainEvent<
  'VerdictApproved',
  {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly contentHash: string;
    readonly consideredReplyIds: readonly string[];
    readonly waivers: readonly Waiver[];
    readonly approverId: string;
    readonly originGroups: readonly Key[];
    readonly independentGroups: readonly Key[];
    readonly claimRevision: number;
  }
>;
export type VerdictPublished = DomainEvent<
  'VerdictPublished',
  {
    readonly versionNo: number;
    readonly draftNo: number;
    readonly contentHash: string;
    /** A path: made absolute with the desk's publication settings when shown. */
    readonly url: string;
    readonly versionUrl: string;
    readonly supersedes?: number;
    readonly correctionId?: string;
    readonly reviewBy: Day;
    /** The first instant of that day at the desk. */
    readonly expiresAt: Instant;
  }
>;
export type VerdictEvent = VerdictDrafted | VerdictApproved | VerdictPublished;

export type CheckEvent = CaseEvent | AssignmentEvent | ResearchEvent | ReviewEvent | VerdictEvent;
