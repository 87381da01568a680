// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, FuzzyDate, Instant, Language, Party, Url } from '#kernel';
import type { Contact, SubmissionKind } from './submission.state.js';

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
/** Personal data of an outsider: erased on request, read by no rule. */
export type SubmissionContactRecorded = DomainEvent<'SubmissionContactRecorded', { readonly contact: Contact }>;
/** The source of an import has changed. Spans of earlier revisions stay what they were. */
export type SubmissionRevised = DomainEvent<
  'SubmissionRevised',
  { readonly revision: number; readonly text: string; readonly textHash: string; readonly length: number }
>;

export type SubmissionEvent = SubmissionRegistered | SubmissionContactRecorded | SubmissionRevised;
