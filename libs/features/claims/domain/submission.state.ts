import type { Instant, Span } from '#kernel';

export const SUBMISSION_KINDS = ['article', 'tip', 'import', 'feed'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

export const DECLINE_CODES = ['not_checkable', 'out_of_scope', 'no_public_interest', 'bad_faith', 'spam'] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/** How to reach who sent it. */
export type Contact = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
};

export const SUBMISSION_STATUSES = ['received', 'triaged', 'declined', 'duplicate'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** One text of a submission: it never changes, and neither do the spans in it. */
export type Revision = {
  readonly text: string;
  readonly textHash: string;
  /** In code points. */
  readonly length: number;
  /** Parts of it that are page furniture, as marked last. */
  readonly residue: readonly Span[];
};

export type SubmissionState =
  | { readonly status: 'absent' }
  | {
      readonly status: SubmissionStatus;
      readonly kind: SubmissionKind;
      readonly externalKey?: string;
      readonly registeredBy: string;
      readonly triageDueAt: Instant;
      /** The first time that triage was missed is on record. */
      readonly overdue: boolean;
      /** The texts, revision 1 first. */
      readonly revisions: readonly [Revision, ...Revision[]];
      readonly noteIds: readonly string[];
      /** How often dates were anchored. */
      readonly anchors: number;
      /** Versions of the events that hold a contact which was not erased. */
      readonly contacts: readonly number[];
    };

/** A submission that is there. */
export type Submission = Exclude<SubmissionState, { readonly status: 'absent' }>;

/** The revision that counts when none is named: the last one. */
export const latestOf = ({ revisions }: Pick<Submission, 'revisions'>): Revision => revisions.at(-1) ?? revisions[0];

/** What decisions about a claim may know of the submission in which it stands. */
export type SubmissionFacts = {
  readonly status: SubmissionStatus;
  readonly registeredBy: string;
  /** Of the revision asked for; absent if there is none of that number. */
  readonly text?: string;
  /** Parts of that revision that are page furniture. */
  readonly residue: readonly Span[];
};

export const submissionFactsOf = (
  state: SubmissionState | undefined,
  revision: number,
): SubmissionFacts | undefined => {
  if (state === undefined || state.status === 'absent') return undefined;
  const { status, registeredBy, revisions } = state;
  const { text, residue = [] } = revisions[revision - 1] ?? {};
  return { status, registeredBy, text, residue };
};
