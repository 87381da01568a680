import type { FuzzyDate, Key, Language, Party } from '#kernel';
import type { Severity } from '#features/standards';

export const CHECKABILITIES = [
  'factual',
  'fragment',
  'opinion',
  'prediction',
  'intent',
  'unverifiable',
  'satire',
] as const;

/** Whether, and how, a claim can be checked. */
export type Checkability = (typeof CHECKABILITIES)[number];

export type ClaimStatus = 'proposed' | 'accepted' | 'rejected' | 'merged';

/** What other features' decisions may know of a claim. */
export type ClaimFacts = {
  readonly claimId: string;
  /** 1 when accepted, one more with each change of wording, attribution or checkability. */
  readonly revision: number;
  readonly status: ClaimStatus;
  readonly text: string;
  readonly language: Language;
  readonly checkability: Checkability;
  readonly severity: Severity;
  readonly topics: readonly Key[];
  readonly claimant: Party;
  /** Of claimant and conveyors, without repetition. */
  readonly partyKeys: readonly Key[];
  readonly statedOn: FuzzyDate;
  readonly registeredBy: string;
  readonly proposedBy: string;
  readonly acceptedBy: string;
};

/** Only rateable claims get a check. */
export const isRateable = ({ checkability }: Pick<ClaimFacts, 'checkability'>): boolean =>
  checkability === 'factual' || checkability === 'fragment' || checkability === 'satire';
