import type { Recorded } from '#kernel';
import type {
  CheckEvent,
  VerdictApprovalRefused,
  VerdictApprovalWithdrawn,
  VerdictDrafted,
} from '../../domain/check.events.js';
import { ofType } from '../of-type.js';
import type { CheckDraft, CheckVersion } from './verdict.answer.js';

type Events = readonly Recorded<CheckEvent>[];

/** Every draft, with what became of it. */
export const draftsIn = (events: Events): CheckDraft[] => {
  const drafts = ofType(events, 'VerdictDrafted');
  return drafts.map((draft, place) => {
    const next = drafts[place + 1]?.version ?? Infinity;
    const later = events.filter(({ version }) => version > draft.version && version < next);
    return {
      ...contentOf(draft.data),
      status: statusAfter(later, next === Infinity),
      draftedBy: draft.data.by,
      draftedAt: draft.recordedAt,
      approval: approvalIn(later),
      refusal: endedBy(ofType(later, 'VerdictApprovalRefused')[0]),
    };
  });
};

export const versionsIn = (events: Events): CheckVersion[] => {
  const publications = ofType(events, 'VerdictPublished');
  return publications.map(({ data, recordedAt, actor }, place) => {
    const { versionNo, draftNo, contentHash, url, reviewBy, expiresAt } = data;
    const named = { versionNo, draftNo, contentHash, url, reviewBy, expiresAt };
    const expired = ofType(events, 'VerdictExpired').find((one) => one.data.versionNo === versionNo);
    const published = { publishedBy: actor.id, publishedAt: recordedAt, isLive: place === publications.length - 1 };
    return { ...named, ...published, ...(expired && { expiredAt: expired.recordedAt }) };
  });
};

type Status = CheckDraft['status'];

/** What an event makes of the draft at hand, if it is not closed or published yet. */
const BECOMES: { readonly [Type in CheckEvent['type']]?: Status } = {
  VerdictApproved: 'approved',
  VerdictApprovalWithdrawn: 'drafted',
  VerdictApprovalRefused: 'refused',
  VerdictPublished: 'published',
  RoundSetAside: 'lapsed',
  CheckReturnedToResearch: 'lapsed',
  CheckShelved: 'lapsed',
  CheckWithdrawn: 'lapsed',
};

const statusAfter = (later: Events, isLatest: boolean): Status => {
  const status = later.reduce<Status>(
    (before, { type }) => (before === 'drafted' || before === 'approved' ? (BECOMES[type] ?? before) : before),
    'drafted',
  );
  return status === 'drafted' && !isLatest ? 'replaced' : status;
};

const contentOf = (
  data: VerdictDrafted['data'],
): Omit<CheckDraft, 'status' | 'draftedBy' | 'draftedAt' | 'approval' | 'refusal'> => ({
  versionNo: data.versionNo,
  draftNo: data.draftNo,
  contentHash: data.contentHash,
  title: data.title,
  claimReviewed: data.claimReviewed,
  summary: data.summary,
  body: data.body,
  language: data.language,
  asOf: data.asOf,
  citedLinkIds: [...data.citedLinkIds],
  label: data.label,
  labelText: data.labelText,
  finding: data.finding,
  strength: data.strength,
  round: data.round,
  disagreementNote: data.disagreementNote,
  notice: data.notice,
  reviewBy: data.reviewBy,
});

/** The last one that it got. */
const approvalIn = (later: Events): CheckDraft['approval'] => {
  const approved = ofType(later, 'VerdictApproved').at(-1);
  if (approved === undefined) return undefined;
  const { approverId, consideredReplyIds, waivers, originGroups, independentGroups } = approved.data;
  const withdrawn = ofType(later, 'VerdictApprovalWithdrawn').find(({ version }) => version > approved.version);
  return {
    approverId,
    approvedAt: approved.recordedAt,
    consideredReplyIds: [...consideredReplyIds],
    waivers: [...waivers],
    originGroups: [...originGroups],
    independentGroups: [...independentGroups],
    withdrawn: endedBy(withdrawn),
  };
};

const endedBy = (
  event: Recorded<VerdictApprovalRefused | VerdictApprovalWithdrawn> | undefined,
): CheckDraft['refusal'] => event && { by: event.actor.id, at: event.recordedAt, reason: event.data.reason };
