import type { FuzzyDate, Key, Language, Party, Url } from '#kernel';
import type { EvidenceStatus } from './evidence.status.js';

export const EVIDENCE_KINDS = [
  'web_page',
  'document',
  'image',
  'video',
  'audio',
  'dataset',
  'interview',
  'correspondence',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A file that was given to the desk before, as the desk then described it, and the name that it came under. */
export type GivenFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
};

/** What was captured: a page, a file, or no more than a note of it. */
export type Capture = {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url?: Url;
  readonly publisher?: Party;
  readonly publishedOn?: FuzzyDate;
  /** When the interview, meeting or call was. */
  readonly heldOn?: FuzzyDate;
  readonly language?: Language;
  /** Whom the information comes from, not who carries it. */
  readonly originGroup: Key;
  readonly file?: GivenFile;
  readonly note?: string;
};

export type CapturedEvidence = {
  readonly status: EvidenceStatus;
  /** Of the attempt to archive that is under way, or was the last. */
  readonly archiveRun: number;
  readonly originGroup: Key;
  /** Somebody has looked at it since it was captured. */
  readonly isOriginAssessed: boolean;
  /** Who alone sees what it says; absent: whoever may see evidence. */
  readonly restrictedTo?: readonly string[];
  /** Of the desk's own copy that was made last. */
  readonly sha256?: string;
  /** The source says something else than the copy: what it was found to be last. */
  readonly drift?: { readonly sha256?: string };
  /** The source is not there any more. */
  readonly isGone: boolean;
};

export type EvidenceState = { readonly status: 'absent' } | CapturedEvidence;

/** A change of what was captured. */
export const changed = (state: EvidenceState, change: Partial<CapturedEvidence>): EvidenceState =>
  state.status === 'absent' ? state : { ...state, ...change };

/** Rules have it only from places where it is there. */
export const capturedIn = (state: EvidenceState): CapturedEvidence => {
  if (state.status === 'absent') throw new Error('Nothing was captured.');
  return state;
};
