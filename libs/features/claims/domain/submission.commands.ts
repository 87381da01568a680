import type { Day, DomainCommand, FuzzyDate, Language, Party, Span, Url } from '#kernel';
import type { PinnedPolicy } from '#features/standards';
import type { Contact, DeclineCode, SubmissionKind } from './submission.state.js';
import type { NoteAuthor, TextNote } from './text-notes/text-note.js';

export type RegisterSubmission = DomainCommand<
  'RegisterSubmission',
  {
    readonly kind: SubmissionKind;
    readonly text: string;
    readonly title?: string;
    readonly language: Language;
    readonly sourceUrl?: Url;
    readonly publisher?: Party;
    readonly publishedOn?: FuzzyDate;
    /** What the source calls it: an import is known by it when it comes again. */
    readonly externalKey?: string;
    readonly contact?: Contact;
  },
  {
    /** The active version of the desk's default policy. */
    readonly policy: PinnedPolicy | undefined;
    /** The id that an import has under its external key, so that it is known when it comes again. */
    readonly idOfKey: string | undefined;
  }
>;
export type RecordTextNotes = DomainCommand<
  'RecordTextNotes',
  { readonly revision: number; readonly by: NoteAuthor; readonly notes: readonly TextNote[] }
>;
/** Of the last revision: what is marked last is its residue. */
export type MarkResidue = DomainCommand<'MarkResidue', { readonly spans: readonly Span[] }>;
export type AnchorDates = DomainCommand<'AnchorDates', { readonly day: Day; readonly basis: string }>;
/** In the last revision. */
export type ResolveDate = DomainCommand<'ResolveDate', { readonly span: Span; readonly date: FuzzyDate }>;
export type AttachSnapshot = DomainCommand<'AttachSnapshot', { readonly evidenceId: string }>;
export type CompleteTriage = DomainCommand<'CompleteTriage', Readonly<Record<string, never>>>;
export type DeclineSubmission = DomainCommand<
  'DeclineSubmission',
  { readonly code: DeclineCode; readonly note?: string }
>;
export type MarkDuplicate = DomainCommand<
  'MarkDuplicate',
  { readonly ofSubmissionId: string },
  { readonly isTargetThere: boolean }
>;
export type RestoreSubmission = DomainCommand<'RestoreSubmission', { readonly reason: string }>;
export type MarkTriageOverdue = DomainCommand<'MarkTriageOverdue', Readonly<Record<string, never>>>;
export type EraseSubmissionContact = DomainCommand<'EraseSubmissionContact', { readonly ground: string }>;

export type SubmissionCommand =
  | RegisterSubmission
  | RecordTextNotes
  | MarkResidue
  | AnchorDates
  | ResolveDate
  | AttachSnapshot
  | CompleteTriage
  | DeclineSubmission
  | MarkDuplicate
  | RestoreSubmission
  | MarkTriageOverdue
  | EraseSubmissionContact;
