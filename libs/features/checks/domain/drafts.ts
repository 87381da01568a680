import type { DataOf } from '#kernel';
import type { VerdictPublished } from './check.events.js';
import { liveOf } from './check.state.js';
import type { CheckState, Draft, DraftStatus, Version } from './check.state.js';
import { unscheduled } from './schedules.js';
import { draftChanged, noDraft } from './verdict.errors.js';

/** Published version numbers have no gaps: drafts are for the next one. */
export const nextVersionNo = (state: CheckState): number => (liveOf(state)?.versionNo ?? 0) + 1;

export const nextDraftNo = (state: CheckState): number => (openDraft(state)?.draftNo ?? 0) + 1;

/** The text at hand of the next version. */
export const openDraftOf = (state: CheckState): Draft => {
  const draft = openDraft(state);
  if (draft === undefined || isClosed(draft)) throw noDraft();
  return draft;
};

/** The approved text, if it is of the version that is meant. */
export const approvedDraftOf = (state: CheckState, versionNo: number): Draft => {
  const draft = openDraftOf(state);
  if (draft.versionNo !== versionNo) throw draftChanged(draft);
  return draft;
};

/** What is published is always the draft at hand. */
export const versionsIn = (
  { draft }: CheckState,
  { reviewBy, expiresAt }: DataOf<VerdictPublished>,
): readonly Version[] => {
  if (draft === undefined) return [];
  const { versionNo, draftNo, label, finding, citedLinkIds, evidenceSet, round, approval } = draft;
  const approvedIn = approval === undefined ? {} : { approvedIn: approval.version };
  return [{ versionNo, draftNo, label, finding, citedLinkIds, evidenceSet, round, ...approvedIn, reviewBy, expiresAt }];
};

/** What was drafted and approved lapses with the decision on which it rests, and so does its schedule. */
export const lapsed = (state: CheckState): CheckState => {
  const { draft } = state;
  if (draft?.status !== 'drafted' && draft?.status !== 'approved') return state;
  return unscheduled(unapproved(state, 'lapsed'));
};

/** The draft at hand with another status, and without an approval that is in force no longer. */
export const unapproved = (state: CheckState, status: Exclude<DraftStatus, 'approved' | 'published'>): CheckState => {
  if (state.draft === undefined) return state;
  const { approval: _, ...draft } = state.draft;
  return { ...state, draft: { ...draft, status } };
};

/** The draft of the next version, closed or not. */
export const openDraft = (state: CheckState): Draft | undefined =>
  state.draft?.versionNo === nextVersionNo(state) ? state.draft : undefined;

const isClosed = ({ status }: Draft): boolean => status === 'refused' || status === 'lapsed';
