import type { FuzzyDate, Key, Language, Party } from '#kernel';
import type { Severity } from '#features/standards';
import type { Checkability } from './checkability.js';
import type { ClaimLink } from './claim.relations.js';
import type { Assessment, ClaimState } from './claim.state.js';

export type ClaimStatus = 'proposed' | 'accepted' | 'rejected' | 'merged';

/** What other features' decisions may know of a claim. */
export type ClaimFacts = {
  readonly claimId: string;
  /** 1 when accepted, one more with each change of wording, attribution or checkability; 0 while nobody has taken it up. */
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

/** Absent: there is no such claim. Until it is accepted the parts that accepting gives it stand for nothing. */
export const claimFactsOf = (claimId: string, state: ClaimState | undefined): ClaimFacts | undefined => {
  if (state === undefined || state.status === 'absent') return undefined;
  const { text, language, claimant, conveyors, statedOn, registeredBy, proposedBy } = state.proposal;
  const { revision, checkability, severity, topics, acceptedBy } =
    state.status === 'accepted' || state.status === 'merged' ? state.assessment : NOT_ASSESSED;
  return {
    claimId,
    revision,
    status: state.status,
    text,
    language,
    checkability,
    severity,
    topics,
    claimant,
    partyKeys: [...new Set([claimant, ...conveyors].map(({ key }) => key))],
    statedOn,
    registeredBy,
    proposedBy,
    acceptedBy,
  };
};

/** The links in force that lead from this claim. */
export const claimLinksOf = (state: ClaimState | undefined): readonly ClaimLink[] =>
  state?.status === 'accepted' || state?.status === 'merged' ? state.links : [];

const NOT_ASSESSED: Assessment = {
  revision: 0,
  checkability: 'unverifiable',
  severity: 'low',
  topics: [],
  acceptedBy: '',
};
