import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent, ReviewRoundOpened } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { originGroupsOf } from '../../domain/sources.js';
import { ofType } from '../of-type.js';
import type { CheckAsOf } from './as-of.answer.js';

type Events = readonly Recorded<CheckEvent>[];
type Stood = Omit<CheckAsOf, 'checkId' | 'asOf' | 'clock'>;

/** How the check stood after these events. Of rulings it knows those that are `seen`, which may be fewer. */
export const stoodAfter = (events: Events, seen: Events): Stood => {
  const state = stateOf(checkDecider, events);
  const approved = approvalIn(events, state);
  return {
    streamVersion: events.length,
    stage: state.stage?.name ?? null,
    cycle: state.cycle,
    live: liveIn(events, state),
    versions: state.versions.map(({ versionNo }) => versionNo),
    evidenceSet: state.evidenceSet,
    links: state.links.map(({ linkId }) => linkId),
    originGroups: [...originGroupsOf(state.links)],
    independentGroups: [...(approved?.data.independentGroups ?? [])],
    questions: state.questions
      .filter(({ status }) => status !== 'withdrawn')
      .map(({ questionId, status }) => ({ questionId, answered: status === 'answered' })),
    replies: repliesIn(events, state),
    rounds: ofType(events, 'ReviewRoundOpened').map((opened) => roundIn(opened, events, seen)),
    corrections: [],
    concerns: state.concerns.map(({ concernId, kind, isOpen }) => ({ concernId, kind, open: isOpen })),
    waivers: (approved?.data.waivers ?? []).map(({ rule, code }) => ({ rule, code })),
  };
};

/** Of the version that stands. */
const approvalIn = (events: Events, { versions }: CheckState) => {
  const live = versions.at(-1);
  return ofType(events, 'VerdictApproved').findLast(
    ({ data }) => data.versionNo === live?.versionNo && data.draftNo === live.draftNo,
  );
};

const liveIn = (events: Events, state: CheckState): CheckAsOf['live'] => {
  const published = ofType(events, 'VerdictPublished').at(-1);
  const approved = approvalIn(events, state);
  const drafted = ofType(events, 'VerdictDrafted').findLast(
    ({ data }) => data.versionNo === published?.data.versionNo && data.draftNo === published.data.draftNo,
  );
  if (published === undefined || approved === undefined || drafted === undefined) return null;
  const { label, labelText, finding, strength, asOf } = drafted.data;
  const { versionNo, reviewBy, supersedes = null } = published.data;
  return {
    versionNo,
    label,
    labelText,
    finding,
    strength,
    asOf,
    publishedAt: published.recordedAt,
    approvedBy: approved.data.approverId,
    publishedBy: published.actor.id,
    reviewBy,
    supersedes,
    underReview: state.stage?.name !== 'published',
    expired: ofType(events, 'VerdictExpired').some(({ data }) => data.versionNo === versionNo),
  };
};

const repliesIn = (events: Events, { replies }: CheckState): CheckAsOf['replies'] =>
  replies.map(({ replyId, status }) => {
    const late = ofType(events, 'ReplyReceived').find(({ data }) => data.replyId === replyId)?.data.late;
    return { replyId, state: status, ...(late !== undefined && { late }) };
  });

const roundIn = (opened: Recorded<ReviewRoundOpened>, events: Events, seen: Events): CheckAsOf['rounds'][number] => {
  const { round, purpose } = opened.data;
  const isOfIt = ({ data }: { readonly data: { readonly round: number } }) => data.round === round;
  const setAside = ofType(events, 'RoundSetAside').find(isOfIt)?.data.reason;
  return {
    round,
    purpose,
    basis: ofType(events, 'RoundDecided').findLast(isOfIt)?.data.basis ?? null,
    ...(setAside && { setAside }),
    disagreed: ofType(events, 'DisagreementFound').some(isOfIt),
    rulings: ofType(seen, 'RulingSubmitted')
      .filter(isOfIt)
      .map(({ data: { rulingId, reviewerId, label } }) => ({
        rulingId,
        by: reviewerId,
        entries: [label, ...labelsOfAmendments(seen, rulingId)],
        ...(isWithdrawn(seen, rulingId) && { withdrawn: true as const }),
      })),
  };
};

const labelsOfAmendments = (seen: Events, rulingId: string): readonly string[] =>
  ofType(seen, 'RulingAmended')
    .filter(({ data }) => data.rulingId === rulingId)
    .map(({ data }) => data.label);

const isWithdrawn = (seen: Events, rulingId: string): boolean =>
  ofType(seen, 'RulingWithdrawn').some(({ data }) => data.rulingId === rulingId);
