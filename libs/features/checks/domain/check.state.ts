import type { People } from '#features/members';
import type { PinnedPolicy, PolicyRules, Severity } from '#features/standards';
import type { Note, Concern } from './case.state.js';
import type { Assignment } from './assignments.state.js';
import type { Link, Question } from './research.state.js';
import type { Outcome, Round, EarlierRound } from './review.state.js';
import type { Draft, Schedule, Version } from './verdict.state.js';
import type { Reply } from './replies.state.js';
import type { StageAtHand, CaseClock } from './deadlines.state.js';

export * from './case.state.js';
export * from './assignments.state.js';
export * from './research.state.js';
export * from './review.state.js';
export * from './verdict.state.js';
export * from './replies.state.js';
export * from './deadlines.state.js';

/** Only what a later decision reads, and what tells who may see what. */
export type CheckState = {
  readonly policy?: PinnedPolicy;
  readonly severity: Severity;
  /** From opening to rest; 0 before it is opened. */
  readonly cycle: number;
  readonly stage?: StageAtHand;
  /** Of this cycle, from its first due date on. */
  readonly caseClock?: CaseClock;
  readonly assignments: readonly Assignment[];
  /** Those of the evidence set at hand. */
  readonly links: readonly Link[];
  /** Of every link, also of those that were taken away. */
  readonly linkIds: readonly string[];
  /** 0 before the first link. */
  readonly evidenceSet: number;
  readonly questions: readonly Question[];
  /** Evidence sets of the proposals that nobody has seen beside the rulings yet. */
  readonly sealedProposals: readonly number[];
  /** Versions of the events with which somebody left a sealed round: whether he had ruled is sealed too. */
  readonly sealedLeavings: readonly number[];
  /** The latest: its number is how many there were. */
  readonly round?: Round;
  /** Those before it: whose they were tells who may see what. */
  readonly earlierRounds: readonly EarlierRound[];
  /** The latest round whose rulings were opened, with all before it. */
  readonly revealedRound: number;
  /** Of every round. */
  readonly rulingIds: readonly string[];
  /** The latest: open while no version has its number. */
  readonly draft?: Draft;
  /** The latest. */
  readonly schedule?: Schedule;
  readonly replies: readonly Reply[];
  readonly notes: readonly Note[];
  readonly concerns: readonly Concern[];
  readonly versions: readonly Version[];
  readonly people: People;
};

/** The policy to which an open check is pinned. */
export const policyOf = ({ policy }: CheckState): PinnedPolicy => {
  if (policy === undefined) throw new Error('Only an open check has a policy.');
  return policy;
};

export const rulesOf = (state: CheckState): PolicyRules => policyOf(state).rules;

/** Where an open check stands, and how its clock does. */
export const stageOf = ({ stage }: CheckState): StageAtHand => {
  if (stage === undefined) throw new Error('Only an open check has a stage.');
  return stage;
};

/** The round at hand, from the first one on. */
export const roundOf = ({ round }: CheckState): Round => {
  if (round === undefined) throw new Error('No round was opened.');
  return round;
};

/** The round at hand with its outcome, once it has one. */
export const decidedOf = (state: CheckState): Round & { readonly outcome: Outcome } => {
  const { outcome, ...round } = roundOf(state);
  if (outcome === undefined) throw new Error('The round is not decided.');
  return { ...round, outcome };
};

/** What readers see as the desk's word. */
export const liveOf = ({ versions }: CheckState): Version | undefined => versions.at(-1);

/** The linked evidence of these links, or of all. */
export const evidenceIdsOf = (
  { links }: CheckState,
  linkIds: readonly string[] = links.map(({ linkId }) => linkId),
): readonly string[] => links.filter(({ linkId }) => linkIds.includes(linkId)).map(({ evidenceId }) => evidenceId);
