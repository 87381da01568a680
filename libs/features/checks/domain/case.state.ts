export const STAGES = [
  'open',
  'researching',
  'ready_for_review',
  'in_review',
  'reconciling',
  'tie_break',
  'deadlocked',
  'decided',
  'approved',
  'published',
  'voided',
  'shelved',
  'withdrawn',
] as const;

/** Where a check stands. */
export type Stage = (typeof STAGES)[number];

/** The stages in which nothing is left to do. */
export const AT_REST: readonly Stage[] = ['published', 'voided', 'shelved', 'withdrawn'];

export const NOTE_AUDIENCES = ['desk', 'editors', 'round'] as const;

/** For whom a note is: everybody on the check, editors and approvers, or the reviewers of the round at hand. */
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

export const NOTE_SUBJECTS = ['link', 'question', 'ruling', 'reply', 'draft'] as const;

/** A part of the check. A draft is named by its two numbers: `1.2`. */
export type NoteAbout = { readonly kind: (typeof NOTE_SUBJECTS)[number]; readonly id: string };

export type Note = {
  readonly noteId: string;
  /** Of a note to the round: who reviewed in it then. */
  readonly reviewers: readonly string[];
};

export const CONCERN_KINDS = [
  'evidence_drift',
  'evidence_broken',
  'source_gone',
  'complaint',
  'claim_changed',
  'conflict_of_interest',
  'other',
] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/** A recorded reason to look at a check again. */
export type Concern = {
  readonly concernId: string;
  readonly kind: ConcernKind;
  readonly ref?: string;
  readonly isOpen: boolean;
};

export const SHELVING_CODES = ['no_evidence', 'awaiting_event', 'capacity', 'legal'] as const;
/** Why a check is left alone for now. */
export type ShelvingCode = (typeof SHELVING_CODES)[number];

export const WITHDRAWAL_CODES = ['opened_in_error', 'duplicate', 'claim_withdrawn'] as const;
/** Why a check should not have been, or is needed no longer. */
export type WithdrawalCode = (typeof WITHDRAWAL_CODES)[number];
