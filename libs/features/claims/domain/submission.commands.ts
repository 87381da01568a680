import type { DomainCommand, FuzzyDate, Language, Party, Url } from '#kernel';
import type { PinnedPolicy } from '#features/standards';
import type { Contact, SubmissionKind } from './submission.state.js';

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
  /** The active version of the desk's default policy. */
  { readonly policy: PinnedPolicy | undefined }
>;

export type SubmissionCommand = RegisterSubmission;
