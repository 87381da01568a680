import type { Span } from '#kernel';

export const SUBMISSION_KINDS = ['article', 'tip', 'import', 'feed'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** How to reach who sent it. */
export type Contact = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
};

export type SubmissionStatus = 'received' | 'triaged' | 'declined' | 'duplicate';

export type SubmissionState =
  | { readonly status: 'absent' }
  | {
      readonly status: SubmissionStatus;
      readonly kind: SubmissionKind;
      readonly externalKey?: string;
      readonly registeredBy: string;
      /** The texts, revision 1 first. */
      readonly revisions: readonly { readonly text: string; readonly textHash: string }[];
      readonly residue: readonly Span[];
    };

/** What decisions about a claim may know of the submission in which it stands. */
export type SubmissionFacts = {
  readonly status: SubmissionStatus;
  readonly registeredBy: string;
  /** Of the revision asked for; absent if there is none of that number. */
  readonly text?: string;
  /** Parts that are page furniture. */
  readonly residue: readonly Span[];
};

export const submissionFactsOf = (
  state: SubmissionState | undefined,
  revision: number,
): SubmissionFacts | undefined => {
  if (state === undefined || state.status === 'absent') return undefined;
  const { status, registeredBy, revisions, residue } = state;
  return { status, registeredBy, text: revisions[revision - 1]?.text, residue };
};
