import type { Recorded } from '#kernel';
import type { CheckEvent, VerdictApproved, VerdictDrafted } from '../../domain/check.events.js';
import { ofType } from '../of-type.js';
import type { CheckDraft, CheckVersion } from './verdict.answer.js';

/** Every draft, with the approval that it got. */
export const draftsIn = (events: readonly Recorded<CheckEvent>[]): CheckDraft[] =>
  ofType(events, 'VerdictDrafted').map(({ data, recordedAt }) => ({
    ...contentOf(data),
    draftedBy: data.by,
    draftedAt: recordedAt,
    approval: approvalOf(
      ofType(events, 'VerdictApproved').findLast(
        (approved) => approved.data.versionNo === data.versionNo && approved.data.draftNo === data.draftNo,
      ),
    ),
  }));

export const versionsIn = (events: readonly Recorded<CheckEvent>[]): CheckVersion[] => {
  const publications = ofType(events, 'VerdictPublished');
  return publications.map(({ data, recordedAt, actor }, place) => {
    const { versionNo, draftNo, contentHash, url, reviewBy, expiresAt } = data;
    const published = { publishedBy: actor.id, publishedAt: recordedAt, isLive: place === publications.length - 1 };
    return { versionNo, draftNo, contentHash, url, reviewBy, expiresAt, ...published };
  });
};

const contentOf = (data: VerdictDrafted['data']): Omit<CheckDraft, 'draftedBy' | 'draftedAt' | 'approval'> => ({
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

const approvalOf = (approved: Recorded<VerdictApproved> | undefined): CheckDraft['approval'] => {
  if (approved === undefined) return undefined;
  const { approverId, consideredReplyIds, waivers, originGroups, independentGroups } = approved.data;
  return {
    approverId,
    approvedAt: approved.recordedAt,
    consideredReplyIds: [...consideredReplyIds],
    waivers: [...waivers],
    originGroups: [...originGroups],
    independentGroups: [...independentGroups],
  };
};
