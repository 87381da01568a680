import type { Actor, DataOf, OfType, Recorded } from '#kernel';
import type {
  AssignmentReleased,
  CheckEvent,
  CheckSubmittedForReview,
  EvidenceLinked,
  MemberRecused,
  NoteAdded,
  ReplyReceived,
  ReplyRequested,
  ReplyWindowClosed,
  RulingAmended,
  RulingSubmitted,
  RulingWithdrawn,
  VerdictDrafted,
} from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState, Version } from './check.state.js';
import type { HiddenLinks } from './hidden-links.js';
import { existenceOf, isOfLink, withoutContent } from './visible-links.js';

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
 * in, and so does who has no part in the case. Of evidence that is hidden from him he learns how it was weighed, and
 * nothing that was read in it.
 */
export const visible = (
  viewer: Viewer,
  event: Recorded<CheckEvent>,
  state: CheckState,
  hiddenLinks: HiddenLinks,
): Visible => {
  if (viewer === 'public') return published(event, state, hiddenLinks);
  if (isOfLink(event) && hiddenLinks.has(event.data.linkId)) return part(withoutContent(event));
  if (event.type === 'RulingSubmitted' || event.type === 'RulingAmended') return ruling(viewer, event, state);
  if (event.type === 'RulingWithdrawn') return withdrawal(viewer, event, state);
  if (event.type === 'AssignmentReleased' || event.type === 'MemberRecused') return leaving(viewer, event, state);
  if (event.type === 'CheckSubmittedForReview') return proposal(viewer, event, state);
  if (event.type === 'NoteAdded') return note(viewer, event, state);
  return { shows: 'all', event };
};

/** How many rulings of the round at hand are in, and how many are expected: everybody in the case may know that. */
export const rulingsIn = ({ round }: CheckState): { readonly in: number; readonly expected: number } => ({
  in: round?.rulings.length ?? 0,
  expected: round === undefined ? 0 : Math.max(round.reviewers.length, round.quorum),
});

type Member = Exclude<Viewer, 'public'>;

/** In which column of the table a member stands: what he is in this case comes before his roles. */
type Column = 'reviewer' | 'researcher' | 'editor' | 'auditor' | 'other';

const NOTHING: Visible = { shows: 'nothing' };

const ruling = (viewer: Member, event: Recorded<RulingSubmitted | RulingAmended>, state: CheckState): Visible => {
  const { round } = event.data;
  const openness = opennessTo(viewer, event.data, state);
  if (openness === 'whole') return { shows: 'all', event };
  if (openness === 'authorship') return withoutOpinion(event);
  return event.type === 'RulingSubmitted' ? part({ ...placeOf(event), type: event.type, data: { round } }) : NOTHING;
};

/** That one counts no more is known like that it was in; why, is a part of the opinion. */
const withdrawal = (viewer: Member, event: Recorded<RulingWithdrawn>, state: CheckState): Visible => {
  const { rulingId, round, reviewerId } = event.data;
  const openness = opennessTo(viewer, event.data, state);
  if (openness === 'whole') return { shows: 'all', event };
  if (openness === 'fact') return part({ ...placeOf(event), type: event.type, data: { round } });
  return part({ ...placeOf(event), ...whoAndWhen(event), type: event.type, data: { rulingId, round, reviewerId } });
};

/** Of a ruling: everything; whose it is, and when; or no more than that there is one. */
const opennessTo = (
  viewer: Member,
  { round: no, reviewerId }: Pick<DataOf<RulingSubmitted>, 'round' | 'reviewerId'>,
  state: CheckState,
): 'whole' | 'authorship' | 'fact' => {
  if (reviewerId === viewer.id || no <= state.revealedRound) return 'whole';
  const round = [state.round, ...state.earlierRounds].find((one) => one?.round === no);
  const isOfTheRound = round?.reviewers.includes(viewer.id) === true;
  const column = isOfTheRound ? 'reviewer' : columnOf(viewer, state);
  const isOpen = round?.blind === false && (isOfTheRound || column === 'editor');
  if (isOpen) return 'whole';
  return column === 'editor' || column === 'auditor' ? 'authorship' : 'fact';
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

/** Who leaves a sealed round takes his ruling with him: whether he had one, they know who may know whose each is. */
const leaving = (viewer: Member, event: Recorded<AssignmentReleased | MemberRecused>, state: CheckState): Visible => {
  const column = columnOf(viewer, state);
  const isSealed = state.sealedLeavings.includes(event.version);
  const isInTheKnow = event.data.memberId === viewer.id || column === 'editor' || column === 'auditor';
  if (!isSealed || isInTheKnow) return { shows: 'all', event };
  const envelope = { ...placeOf(event), ...whoAndWhen(event) };
  if (event.type === 'MemberRecused') {
    const { setAsideRulingIds: _, ...data } = event.data;
    return part({ ...envelope, type: event.type, data });
  }
  const { setAsideRulingIds: _, ...data } = event.data;
  return part({ ...envelope, type: event.type, data });
};

/** The researcher's proposal is kept from who reviews, or may still be asked to, until the rulings are opened. */
const proposal = (viewer: Member, event: Recorded<CheckSubmittedForReview>, state: CheckState): Visible => {
  const { proposal: _, ...data } = event.data;
  const isSealed = rulesOf(state).review.hideProposal && state.sealedProposals.includes(data.evidenceSet);
  const isInTheKnow = ['researcher', 'editor', 'auditor'].includes(columnOf(viewer, state));
  if (!isSealed || isInTheKnow || event.actor.id === viewer.id) return { shows: 'all', event };
  return part({ ...placeOf(event), ...whoAndWhen(event), type: event.type, data });
};

/** A note is read by those for whom it is, by whoever wrote it, and by editors, approvers and auditors. */
const note = (viewer: Member, event: Recorded<NoteAdded>, state: CheckState): Visible => {
  const { noteId, audience } = event.data;
  const isForHim =
    audience === 'desk' ||
    event.actor.id === viewer.id ||
    ['editor', 'auditor'].includes(columnOf(viewer, state)) ||
    state.notes.some((one) => one.noteId === noteId && one.reviewers.includes(viewer.id));
  return isForHim ? { shows: 'all', event } : NOTHING;
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
const published = (event: Recorded<CheckEvent>, state: CheckState, hiddenLinks: HiddenLinks): Visible => {
  const { versions } = state;
  const { at, recordedAt } = event;
  const place = { ...placeOf(event), at, recordedAt };
  const isPublished = ({ data }: Recorded<VerdictDrafted>): boolean =>
    versions.some(({ versionNo, draftNo }) => versionNo === data.versionNo && draftNo === data.draftNo);

  if (event.type === 'VerdictPublished') return part({ ...place, type: event.type, data: event.data });
  if (event.type === 'VerdictExpired') return part({ ...place, type: event.type, data: event.data });
  if (event.type === 'VerdictDrafted' && isPublished(event)) {
    const { by: _, ...data } = event.data;
    return part({ ...place, type: event.type, data });
  }
  if (event.type === 'VerdictApproved' && versions.some(({ approvedIn }) => approvedIn === event.version)) {
    const { approverId: _, ...data } = event.data;
    const waivers = data.waivers.map(({ rule, code }) => ({ rule, code }));
    return part({ ...place, type: event.type, data: { ...data, waivers } });
  }
  if (event.type === 'RoundDecided' && versions.some(({ round }) => round === event.data.round)) {
    const { agreeing: _, dissenting: __, reason: ___, ...data } = event.data;
    return part({ ...place, type: event.type, data });
  }
  if (event.type === 'EvidenceLinked' && isCited(event.data, versions)) {
    const { by: _, note: __, ...data } = event.data;
    return part({ ...place, type: event.type, data: hiddenLinks.has(data.linkId) ? existenceOf(data) : data });
  }
  if (event.type === 'EvidenceReassessed' && isCited(event.data, versions)) {
    const { by: _, note: __, reason: ___, ...data } = event.data;
    return part({ ...place, type: event.type, data: hiddenLinks.has(data.linkId) ? existenceOf(data) : data });
  }
  if (event.type === 'ReplyRequested' || event.type === 'ReplyReceived' || event.type === 'ReplyWindowClosed')
    return publishedReply(event, state);
  return NOTHING;
};

/** In a version that was published with this evidence set or a later one. */
const isCited = (
  { linkId, evidenceSet }: Pick<DataOf<EvidenceLinked>, 'linkId' | 'evidenceSet'>,
  versions: readonly Version[],
): boolean => versions.some((one) => one.citedLinkIds.includes(linkId) && one.evidenceSet >= evidenceSet);

/** Whom the desk asked and what came of it. Of an answer that is not for publication no more than that there is one. */
const publishedReply = (
  event: Recorded<ReplyRequested | ReplyReceived | ReplyWindowClosed>,
  { replies }: CheckState,
): Visible => {
  const { at, recordedAt } = event;
  const place = { ...placeOf(event), at, recordedAt };
  if (!replies.some(({ replyId, considered }) => considered && replyId === event.data.replyId)) return NOTHING;
  if (event.type === 'ReplyWindowClosed') return part({ ...place, type: event.type, data: event.data });
  const { replyId } = event.data;
  if (event.type === 'ReplyRequested') {
    const { party, purpose } = event.data;
    return part({ ...place, type: event.type, data: { replyId, party, purpose } });
  }
  const { publishable, statement, text } = event.data;
  const words = statement === undefined ? { text } : { statement };
  return part({ ...place, type: event.type, data: { replyId, publishable, ...(publishable && words) } });
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
