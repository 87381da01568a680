import type { Capacity, Instant } from '#kernel';
import { barredFromApproval } from './my-work.case.js';
import type { CaseAtHand, EnteredRuling } from './my-work.case.js';

export const WORK_KINDS = [
  'offer',
  'research',
  'ruling',
  'reconciliation',
  'tie_break',
  'approval',
  'refused_draft',
  'past_ruling',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Whoever may approve. */
export const ANY_APPROVER = '';

/** One thing that a member has to do, or a ruling that he has made. It holds nothing that he may not know. */
export type WorkItem = {
  readonly kind: WorkKind;
  /** Of what it is about: an assignment, a ruling, or the check itself. */
  readonly itemId: string;
  /** A member, or `ANY_APPROVER` who is not among `barred`. */
  readonly memberId: string;
  readonly barred: readonly string[];
  readonly dueAt?: Instant;
  readonly offer?: { readonly assignmentId: string; readonly capacity: Capacity };
  readonly round?: number;
  readonly ruling?: Omit<EnteredRuling, 'reviewerId'>;
  readonly draft?: { readonly versionNo: number; readonly draftNo: number };
};

/** What a check asks of whom, as it stands. */
export const itemsOf = (checkId: string, one: CaseAtHand): readonly WorkItem[] => [
  ...one.assignments.filter(({ status }) => status === 'offered').map(offerIn),
  ...(one.stage === 'researching' ? holdersOf(one, 'researcher').map((id) => atStage('research', id, one)) : []),
  ...(one.stage === 'tie_break' ? holdersOf(one, 'tie_breaker').map((id) => atStage('tie_break', id, one)) : []),
  ...roundItems(one),
  ...draftItems(checkId, one),
  ...one.rulings.map(pastRuling),
];

const offerIn = ({ assignmentId, memberId, capacity, expiresAt }: CaseAtHand['assignments'][number]): WorkItem => ({
  kind: 'offer',
  itemId: assignmentId,
  memberId,
  barred: [],
  dueAt: expiresAt,
  offer: { assignmentId, capacity },
});

/** Whoever holds the capacity, once each. */
const holdersOf = ({ assignments }: CaseAtHand, capacity: Capacity): readonly string[] => [
  ...new Set(
    assignments.filter((one) => one.status === 'accepted' && one.capacity === capacity).map(({ memberId }) => memberId),
  ),
];

const atStage = (kind: WorkKind, memberId: string, { dueAt, round }: CaseAtHand): WorkItem => ({
  kind,
  itemId: memberId,
  memberId,
  barred: [],
  ...(dueAt !== undefined && { dueAt }),
  ...(round !== undefined && kind !== 'research' && { round: round.round }),
});

/** While the round is sealed, who has not ruled yet has it to do; once it is opened in disagreement, who has ruled. */
const roundItems = (one: CaseAtHand): readonly WorkItem[] => {
  const { round, stage, rulings } = one;
  if (round === undefined) return [];
  const hasRuled = (memberId: string): boolean =>
    rulings.some((ruling) => ruling.round === round.round && ruling.reviewerId === memberId && !ruling.isSetAside);
  if (stage === 'in_review')
    return round.reviewers.filter((id) => !hasRuled(id)).map((id) => atStage('ruling', id, one));
  if (stage === 'reconciling') return round.reviewers.filter(hasRuled).map((id) => atStage('reconciliation', id, one));
  return [];
};

/**
 * A draft waits for an approver, and once it is approved for whoever publishes it, unless it is published at a time that is
 * set. One that fell goes back to its author.
 */
const draftItems = (checkId: string, one: CaseAtHand): readonly WorkItem[] => {
  const { stage, draft, dueAt } = one;
  if (draft === undefined || (stage !== 'decided' && stage !== 'approved')) return [];
  const { versionNo, draftNo, by, isClosed, isScheduled } = draft;
  const common = { itemId: checkId, ...(dueAt !== undefined && { dueAt }), draft: { versionNo, draftNo } };
  if (isScheduled) return [];
  return isClosed
    ? [{ kind: 'refused_draft', memberId: by, barred: [], ...common }]
    : [{ kind: 'approval', memberId: ANY_APPROVER, barred: barredFromApproval(one), ...common }];
};

const pastRuling = ({ reviewerId, ...ruling }: EnteredRuling): WorkItem => ({
  kind: 'past_ruling',
  itemId: ruling.rulingId,
  memberId: reviewerId,
  barred: [],
  ruling,
});
