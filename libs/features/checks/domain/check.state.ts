import type { Capacity, Day, Duration, Instant, Key, Party } from '#kernel';
import type { People } from '#features/members';
import type { Finding, Mark, Pin, PinnedPolicy, PinnedScale, PolicyRules, Severity } from '#features/standards';

export const STAGES = [
  'open',
  'researching',
  'ready_for_review',
  'in_review',
  'reconciling',
  'tie_break',
  'deadlocked',
  'decided',
  'approved',
  'published',
  'voided',
  'shelved',
  'withdrawn',
] as const;

/** Where a check stands. */
export type Stage = (typeof STAGES)[number];

/** The stages in which nothing is left to do. */
export const AT_REST: readonly Stage[] = ['published', 'voided', 'shelved', 'withdrawn'];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const NATURES = ['record', 'data', 'analysis', 'witness', 'assertion'] as const;

/** What a link can prove. A bare assertion or denial is `assertion`, and never adds an independent source. */
export type Nature = (typeof NATURES)[number];

export const STRENGTHS = ['low', 'medium', 'high'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const ASSIGNMENT_STATUSES = [
  'offered',
  'accepted',
  'declined',
  'expired',
  'transferred',
  'released',
  'recused',
  'completed',
] as const;

/** How an assignment stands, or how it ended. */
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export type Assignment = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly expiresAt: Instant;
  /** An offer stays open until somebody answers it or `AssignmentExpired` says that nobody did. */
  readonly status: AssignmentStatus;
  /** It came to him from another member, and can be answered in every stage before publication. */
  readonly isTransfer?: true;
};

export type Link = {
  readonly linkId: string;
  readonly evidenceId: string;
  readonly stance: Stance;
  readonly nature: Nature;
  readonly originGroup: Key;
};

/** What the researchers ask themselves. Reviewers see first which are still open. */
export type Question = { readonly questionId: string; readonly status: 'open' | 'answered' | 'withdrawn' };

/** What a ruling says now; its earlier entries are in the events. */
export type Ruling = {
  readonly rulingId: string;
  readonly reviewerId: string;
  readonly entry: number;
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  /** The latest of its sealed entries. */
  readonly revealAt: Instant;
};

/** How a round came out. */
export type Outcome = {
  readonly basis: 'unanimous' | 'majority' | 'tie_break' | 'no_consensus';
  readonly label: Key;
  readonly finding: Finding;
  readonly strength: Strength;
  /** Ids of members. */
  readonly agreeing: readonly string[];
  readonly dissenting: readonly string[];
};

export type Round = {
  readonly round: number;
  readonly purpose: 'full' | 'confirm';
  readonly reviewers: readonly string[];
  readonly quorum: number;
  readonly agreement: 'unanimous' | 'majority';
  readonly blind: boolean;
  readonly evidenceSet: number;
  readonly claimRevision: number;
  readonly scale: PinnedScale;
  readonly policy: Pin;
  /** Those that count. */
  readonly rulings: readonly Ruling[];
  /** Withdrawn, or set aside when their author left. */
  readonly former: readonly Pick<Ruling, 'rulingId' | 'reviewerId'>[];
  readonly disagreed: boolean;
  /** Whether he broke the tie or found no consensus. */
  readonly tieBreakerId?: string;
  readonly outcome?: Outcome;
  /** Why it came to nothing. */
  readonly setAside?: SetAsideReason;
};

/** What is still to be known of a round once another has begun: who is bound by it until the next reveal. */
export type EarlierRound = Pick<Round, 'round' | 'reviewers' | 'blind'> & {
  /** Whose rulings in it were set aside when they left. */
  readonly leavers: readonly string[];
};

export const SET_ASIDE_REASONS = [
  'returned',
  'recusal',
  'reviewers_lost',
  'departs_from_live',
  'shelved',
  'withdrawn',
  'concluded',
] as const;

/** Why a round is set aside. */
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

export const DRAFT_STATUSES = ['drafted', 'approved', 'refused', 'lapsed', 'published'] as const;

/** How a draft stands. One that is refused or lapsed is closed: a new one is needed. */
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

export type Draft = {
  readonly status: DraftStatus;
  readonly versionNo: number;
  readonly draftNo: number;
  readonly contentHash: string;
  readonly label: Key;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
  readonly evidenceSet: number;
  readonly reviewBy: string;
  readonly claimRevision: number;
  readonly round: number;
  /** In force while the draft is approved. */
  readonly approval?: {
    /** Version of its event. */
    readonly version: number;
    readonly approverId: string;
    readonly claimRevision: number;
    readonly waived: readonly ('reply' | 'sources' | 'archive')[];
    readonly consideredReplyIds: readonly string[];
  };
};

/** When an approved version is to be published without anybody pressing a button. */
export type Schedule = {
  readonly versionNo: number;
  /** 1, 2, 3 … of that version. */
  readonly scheduleNo: number;
  readonly publishAt: Instant;
  readonly stands: boolean;
};

export const REPLY_PURPOSES = ['claimant', 'subject', 'publisher', 'source'] as const;

/** As what a party is asked. */
export type ReplyPurpose = (typeof REPLY_PURPOSES)[number];

export const REPLY_CHANNELS = ['email', 'phone', 'letter', 'form', 'social', 'in_person'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

/** Right of reply: whom we asked, until when, and what came of it. */
export type Reply = {
  readonly replyId: string;
  readonly party: Party;
  readonly purpose: ReplyPurpose;
  readonly cycle: number;
  readonly dueAt: Instant;
  readonly status: 'requested' | 'answered' | 'no_answer' | 'declined';
  /** A version was published since it was settled: it took the answer, or its absence, into account. */
  readonly considered: boolean;
};

export const NOTE_AUDIENCES = ['desk', 'editors', 'round'] as const;

/** For whom a note is: everybody on the check, editors and approvers, or the reviewers of the round at hand. */
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

export const NOTE_SUBJECTS = ['link', 'question', 'ruling', 'reply', 'draft'] as const;

/** A part of the check. A draft is named by its two numbers: `1.2`. */
export type NoteAbout = { readonly kind: (typeof NOTE_SUBJECTS)[number]; readonly id: string };

export type Note = {
  readonly noteId: string;
  /** Of a note to the round: who reviewed in it then. */
  readonly reviewers: readonly string[];
};

export const CONCERN_KINDS = [
  'evidence_drift',
  'evidence_broken',
  'source_gone',
  'complaint',
  'claim_changed',
  'conflict_of_interest',
  'other',
] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/** A recorded reason to look at a check again. */
export type Concern = {
  readonly concernId: string;
  readonly kind: ConcernKind;
  readonly ref?: string;
  readonly isOpen: boolean;
};

/** What the desk has published. */
export type Version = {
  readonly versionNo: number;
  readonly draftNo: number;
  readonly label: Key;
  readonly finding: Finding;
  readonly citedLinkIds: readonly string[];
  readonly evidenceSet: number;
  /** On which it rests. */
  readonly round: number;
  /** Version of the event with which it was approved, for the last time. */
  readonly approvedIn?: number;
  readonly reviewBy: Day;
  /** The first instant of that day at the desk. */
  readonly expiresAt: Instant;
  /** `VerdictExpired` is recorded. */
  readonly isExpired?: true;
};

export const SHELVING_CODES = ['no_evidence', 'awaiting_event', 'capacity', 'legal'] as const;
/** Why a check is left alone for now. */
export type ShelvingCode = (typeof SHELVING_CODES)[number];

export const WITHDRAWAL_CODES = ['opened_in_error', 'duplicate', 'claim_withdrawn'] as const;
/** Why a check should not have been, or is needed no longer. */
export type WithdrawalCode = (typeof WITHDRAWAL_CODES)[number];

export const CLOCKS = ['stage', 'case'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** How a clock stands. It has a new run each time that it starts again. */
type ClockAtHand = {
  readonly run: number;
  /** Those that are still to come. */
  readonly marks: readonly Mark[];
  /** `DeadlineMissed` is recorded. */
  readonly missed: boolean;
};

export type StageAtHand = ClockAtHand & {
  readonly no: number;
  readonly name: Stage;
  /** No clock runs in a stage without it. */
  readonly dueAt?: Instant;
  /** The clock stands still, with so much working time left. */
  readonly pausedWith?: Duration;
};

/** Of the whole case. Once it has ended, the next one of the same cycle goes on counting its runs. */
export type CaseClock = ClockAtHand & { readonly cycle: number; readonly dueAt: Instant; readonly hasEnded?: true };

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

/** Offered and not answered, or held. */
export const isActive = ({ status }: Assignment): boolean => status === 'offered' || status === 'accepted';

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
