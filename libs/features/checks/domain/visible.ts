import type { Actor, DataOf, OfType, Recorded } from '#kernel';
import type {
  CheckEvent,
  CheckSubmittedForReview,
  RulingAmended,
  RulingSubmitted,
  VerdictApproved,
  VerdictDrafted,
} from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';

/** Who looks: a member with the roles he has now, or whoever reads what is published. */
export type Viewer = Pick<Actor, 'id' | 'roles'> | 'public';

/** What tells who did it, and when: the id of its command and its place in the desk's log would tell it too. */
type WhoAndWhen = Pick<
  Recorded<CheckEvent>,
  'actor' | 'at' | 'recordedAt' | 'commandId' | 'correlationId' | 'cause' | 'logIndex'
>;

/** Something of it. */
type Partly<Value> = Value extends readonly (infer Item)[]
  ? readonly Partly<Item>[]
  : Value extends object
    ? { readonly [Field in keyof Value]?: Partly<Value[Field]> }
    : Value;

/** An event without what this viewer may not know. A field that is absent is hidden. */
export type PartOf<Type extends CheckEvent['type'] = CheckEvent['type']> = {
  readonly [One in Type]: Pick<Recorded<CheckEvent>, 'deskId' | 'stream' | 'id' | 'version' | 'schemaVersion'> &
    Partial<WhoAndWhen> & { readonly type: One; readonly data: Partly<DataOf<OfType<CheckEvent, One>>> };
}[Type];

export type Visible =
  | { readonly shows: 'all'; readonly event: Recorded<CheckEvent> }
  | { readonly shows: 'part'; readonly event: PartOf }
  | { readonly shows: 'nothing' };

/**
 * What a viewer may see of one event of a check that stands as in `state`: the only place that knows. Before the reveal
 * nobody but its author learns what a ruling says. The other reviewers and the researcher learn no more than that one is
 * in, and so does who has no part in the case.
 */
export const visible = (viewer: Viewer, event: Recorded<CheckEvent>, state: CheckState): Visible => {
  if (viewer === 'public') return published(event, state);
  if (event.type === 'RulingSubmitted' || event.type === 'RulingAmended') return ruling(viewer, event, state);
  if (event.type === 'CheckSubmittedForReview') return proposal(viewer, event, state);
  return { shows: 'all', event };
};

/** How many rulings of the round at hand are in, and how many are expected: everybody in the case may know that. */
export const rulingsIn = ({ round }: CheckState): { readonly in: number; readonly expected: number } => ({
  in: round?.rulings.length ?? 0,
  expected: round?.reviewers.length ?? 0,
});

type Member = Exclude<Viewer, 'public'>;

/** In which column of the table a member stands: what he is in this case comes before his roles. */
type Column = 'reviewer' | 'researcher' | 'editor' | 'auditor' | 'other';

const NOTHING: Visible = { shows: 'nothing' };

const ruling = (viewer: Member, event: Recorded<RulingSubmitted | RulingAmended>, state: CheckState): Visible => {
  const { round, reviewerId } = event.data;
  const all: Visible = { shows: 'all', event };
  if (reviewerId === viewer.id || round <= state.revealedRound) return all;
  const column = columnOf(viewer, state);
  if (isOpenTo(viewer, column, round, state)) return all;
  if (column === 'editor' || column === 'auditor') return withoutOpinion(event);
  return event.type === 'RulingSubmitted' ? part({ ...placeOf(event), type: event.type, data: { round } }) : NOTHING;
};

/** A round that is not blind is open to its reviewers, to editors and to approvers. */
const isOpenTo = ({ id }: Member, column: Column, no: number, { round }: CheckState): boolean => {
  if (round?.round !== no || round.blind) return false;
  return column === 'editor' || round.reviewers.includes(id);
};

/** Who entered it, and when. Why it departs from a precedent, and why it was amended, is a part of the opinion. */
const withoutOpinion = (event: Recorded<RulingSubmitted | RulingAmended>): Visible => {
  const { rulingId, round, reviewerId, revealAt } = event.data;
  const envelope = { ...placeOf(event), ...whoAndWhen(event) };
  const entered = { rulingId, round, reviewerId, ...(revealAt === undefined ? {} : { revealAt }) };
  if (event.type === 'RulingSubmitted')
    return part({ ...envelope, type: event.type, data: { ...entered, entry: event.data.entry } });
  const { entry, when } = event.data;
  return part({ ...envelope, type: event.type, data: { ...entered, entry, when } });
};

/** The researcher's proposal is kept from who reviews, or may still be asked to, until the rulings are opened. */
const proposal = (viewer: Member, event: Recorded<CheckSubmittedForReview>, state: CheckState): Visible => {
  const { proposal: _, ...data } = event.data;
  const isSealed = rulesOf(state).review.hideProposal && state.sealedProposals.includes(data.evidenceSet);
  const isInTheKnow = ['researcher', 'editor', 'auditor'].includes(columnOf(viewer, state));
  if (!isSealed || isInTheKnow || event.actor.id === viewer.id) return { shows: 'all', event };
  return part({ ...placeOf(event), ...whoAndWhen(event), type: event.type, data });
};

const columnOf = ({ id, roles }: Member, { assignments, round }: CheckState): Column => {
  const held = assignments.filter(({ memberId }) => memberId === id);
  const isAsked = held.some(
    ({ capacity, status }) => capacity === 'reviewer' && (status === 'offered' || status === 'accepted'),
  );
  if (isAsked || round?.reviewers.includes(id)) return 'reviewer';
  if (held.some(({ capacity, status }) => capacity === 'researcher' && status === 'accepted')) return 'researcher';
  if (roles.includes('editor') || roles.includes('approver')) return 'editor';
  return roles.includes('auditor') ? 'auditor' : 'other';
};

/** What stands in a published version, without the names of those who made it and without their notes. */
const published = (event: Recorded<CheckEvent>, { versions, stage, round }: CheckState): Visible => {
  const { at, recordedAt } = event;
  const place = { ...placeOf(event), at, recordedAt };
  const isPublished = ({ data }: Recorded<VerdictDrafted | VerdictApproved>): boolean =>
    versions.some(({ versionNo, draftNo }) => versionNo === data.versionNo && draftNo === data.draftNo);

  if (event.type === 'VerdictPublished') return part({ ...place, type: event.type, data: event.data });
  if (event.type === 'VerdictDrafted' && isPublished(event)) {
    const { by: _, ...data } = event.data;
    return part({ ...place, type: event.type, data });
  }
  if (event.type === 'VerdictApproved' && isPublished(event)) {
    const { approverId: _, ...data } = event.data;
    const waivers = data.waivers.map(({ rule, code }) => ({ rule, code }));
    return part({ ...place, type: event.type, data: { ...data, waivers } });
  }
  if (event.type === 'RoundDecided' && stage?.name === 'published' && event.data.round === round?.round) {
    const { agreeing: _, dissenting: __, ...data } = event.data;
    return part({ ...place, type: event.type, data });
  }
  if (
    event.type === 'EvidenceLinked' &&
    versions.some(({ citedLinkIds }) => citedLinkIds.includes(event.data.linkId))
  ) {
    const { by: _, note: __, ...data } = event.data;
    return part({ ...place, type: event.type, data });
  }
  return NOTHING;
};

const part = (event: PartOf): Visible => ({ shows: 'part', event });

const placeOf = ({ deskId, stream, id, version, schemaVersion }: Recorded<CheckEvent>) => ({
  deskId,
  stream,
  id,
  version,
  schemaVersion,
});

const whoAndWhen = ({ actor, at, recordedAt, commandId, correlationId, cause, logIndex }: Recorded<CheckEvent>) => ({
  actor,
  at,
  recordedAt,
  commandId,
  correlationId,
  ...(cause === undefined ? {} : { cause }),
  ...(logIndex === undefined ? {} : { logIndex }),
});
