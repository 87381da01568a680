import type { Instant, Recorded } from '#kernel';
import type { EvidenceEvent } from '#features/evidence';
import type { PublishedCheck } from './published-check.js';
import type { PublishedVersion } from './published-version.fold.js';
import type { VerdictPage } from './verdict-page.answer.js';

/** How a version stands at this moment: the one part of its page that goes on changing. */
export const standingOf = (
  { live, underReviewSince, expiredAt }: PublishedCheck,
  { draft }: PublishedVersion,
): VerdictPage['standing'] => ({
  status: draft.versionNo === live.draft.versionNo ? 'live' : 'superseded',
  liveVersionNo: live.draft.versionNo,
  isUnderReview: underReviewSince !== undefined,
  isExpired: expiredAt !== undefined,
});

/** When anything of it last changed that readers see, as far as there is a time for it. */
export const modifiedAt = (
  { live, underReviewSince, expiredAt }: PublishedCheck,
  evidence: readonly Recorded<EvidenceEvent>[],
): Instant =>
  [
    live.publishedAt,
    ...(underReviewSince === undefined ? [] : [underReviewSince]),
    ...(expiredAt === undefined ? [] : [expiredAt]),
    ...evidence.filter(({ type }) => ACCESS.includes(type)).map(({ recordedAt }) => recordedAt),
  ].reduce((latest, one) => (one > latest ? one : latest));

const ACCESS: readonly EvidenceEvent['type'][] = ['EvidenceAccessRestricted', 'EvidenceAccessLifted'];
