// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Day, DomainEvent, FuzzyDate, Instant, Language, Party, Span, Url } from '#kernel';
import type { Contact, DeclineCode, SubmissionKind } from './submission.state.js';
import type { NoteAuthor, TextNote } from './text-notes/text-note.js';

export type SubmissionRegistered = DomainEvent<
  'SubmissionRegistered',
  {
    readonly kind: SubmissionKind;
    readonly text: string;
    readonly title?: string;
    readonly language: Language;
    readonly sourceUrl?: Url;
    readonly publisher?: Party;
    readonly publishedOn?: FuzzyDate;
    readonly externalKey?: string;
    readonly revision: 1;
    /** SHA-256 of the text's UTF-8 bytes. */
    readonly textHash: string;
    /** In code points. */
    readonly length: number;
    readonly triageDueAt: Instant;
    readonly by: string;
  }
>;
/** Personal data of an outsider. Its data is `null` once it is erased, so no rule reads it. */
export type SubmissionContactRecorded = DomainEvent<'SubmissionContactRecorded', { readonly contact: Contact } | null>;
/** The source of an import has changed. Spans of earlier revisions stay what they were. */
export type SubmissionRevised = DomainEvent<
  'SubmissionRevised',
  { readonly revision: number; readonly text: string; readonly textHash: string; readonly length: number }
>;
/** What somebody, or a program, noticed in one revision. It decides nothing. */
export type TextNotesRecorded = DomainEvent<
  'TextNotesRecorded',
  { readonly revision: number; readonly by: NoteAuthor; readonly notes: readonly TextNote[] }
>;
/** Of the revision that was the last one then: in place of what was marked in it before. */
export type ResidueMarked = DomainEvent<'ResidueMarked', { readonly spans: readonly Span[] }>;
export type DatesAnchored = DomainEvent<
  'DatesAnchored',
  { readonly day: Day; readonly basis: string; readonly no: number }
>;
/** In the revision that was the last one then: in place of the date that follows from the words. */
export type DateResolved = DomainEvent<'DateResolved', { readonly span: Span; readonly date: FuzzyDate }>;
export type SubmissionSnapshotAttached = DomainEvent<'SubmissionSnapshotAttached', { readonly evidenceId: string }>;
export type SubmissionTriaged = DomainEvent<'SubmissionTriaged', { readonly late: boolean }>;
export type SubmissionDeclined = DomainEvent<
  'SubmissionDeclined',
  { readonly code: DeclineCode; readonly note?: string }
>;
export type SubmissionMarkedDuplicate = DomainEvent<'SubmissionMarkedDuplicate', { readonly ofSubmissionId: string }>;
export type SubmissionRestored = DomainEvent<'SubmissionRestored', { readonly reason: string }>;
export type TriageOverdue = DomainEvent<'TriageOverdue', { readonly triageDueAt: Instant }>;
/** The contacts of these versions are gone. */
export type SubmissionContactErased = DomainEvent<
  'SubmissionContactErased',
  { readonly ground: string; readonly erased: readonly number[] }
>;

export type SubmissionEvent =
  | SubmissionRegistered
  | SubmissionContactRecorded
  | SubmissionRevised
  | TextNotesRecorded
  | ResidueMarked
  | DatesAnchored
  | DateResolved
  | SubmissionSnapshotAttached
  | SubmissionTriaged
  | SubmissionDeclined
  | SubmissionMarkedDuplicate
  | SubmissionRestored
  | TriageOverdue
  | SubmissionContactErased;
